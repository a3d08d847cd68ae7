package dev.slipway.ledger;

import dev.slipway.model.entry.Draft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Entries that belong together.
 *
 * @param guards what must not have changed meanwhile
 * @param deduplicationKey a batch with the key of an earlier one is a duplicate and writes nothing
 * @param notBefore its entries tell no earlier time than this, at which they were decided on: a
 *     clock may be set back in between
 */
public record Batch(
    List<Draft> drafts,
    Guards guards,
    Optional<String> deduplicationKey,
    Optional<Instant> notBefore) {

  public Batch {
    drafts = List.copyOf(drafts);
    if (drafts.isEmpty() && deduplicationKey.isPresent()) {
      throw new IllegalArgumentException("A batch without entries has no deduplication key");
    }
  }

  /** One that nothing was decided for. */
  public Batch(List<Draft> drafts, Guards guards, Optional<String> deduplicationKey) {
    this(drafts, guards, deduplicationKey, Optional.empty());
  }

  /** The same, decided on at a time. */
  public Batch decidedAt(Instant at) {
    return new Batch(drafts, guards, deduplicationKey, Optional.of(at));
  }
}
