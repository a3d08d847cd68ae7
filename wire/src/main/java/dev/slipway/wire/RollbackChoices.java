package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * What could be gone back to, and what not.
 *
 * @param items what was in force, the newest first
 * @param forgottenBelow the number of the oldest that is kept, where older ones are forgotten
 */
public record RollbackChoices(List<RollbackChoice> items, Optional<Integer> forgottenBelow) {
  public RollbackChoices {
    items = List.copyOf(items);
  }
}
