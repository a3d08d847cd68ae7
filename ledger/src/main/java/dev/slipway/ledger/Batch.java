package dev.slipway.ledger;

import dev.slipway.model.entry.Draft;
import java.util.List;
import java.util.Optional;

/**
 * Entries that belong together.
 *
 * @param guards what must not have changed meanwhile
 * @param deduplicationKey a batch with the key of an earlier one is a duplicate and writes nothing
 */
public record Batch(List<Draft> drafts, Guards guards, Optional<String> deduplicationKey) {

  public Batch {
    drafts = List.copyOf(drafts);
    if (drafts.isEmpty() && deduplicationKey.isPresent()) {
      throw new IllegalArgumentException("A batch without entries has no deduplication key");
    }
  }
}
