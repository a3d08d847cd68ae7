package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * The newest of some commits.
 *
 * @param total how many there are, as far as they were counted
 * @param whole whether all were counted
 * @param because why they could not be read
 */
public record CommitList(List<Commit> items, int total, boolean whole, Optional<Reason> because) {
  public CommitList {
    items = List.copyOf(items);
  }
}
