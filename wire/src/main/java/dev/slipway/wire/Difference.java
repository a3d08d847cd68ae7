package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * What one delivery has other than another one of its placement.
 *
 * @param from absent for a first delivery, which is all new
 * @param brings the commits that {@code to} has and {@code from} has not
 * @param takesBack the commits that {@code from} has and {@code to} has not
 */
public record Difference(
    Optional<Compared> from,
    Compared to,
    List<ServiceDifference> services,
    CommitList brings,
    CommitList takesBack) {
  public Difference {
    services = List.copyOf(services);
  }
}
