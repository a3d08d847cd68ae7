package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * What taking back a set would do; all of it or nothing.
 *
 * @param because why nothing of it can go back
 * @param items in the order in which they would go back
 */
public record SetRollback(boolean possible, Optional<Reason> because, List<SetRollbackPart> items) {
  public SetRollback {
    items = List.copyOf(items);
  }
}
