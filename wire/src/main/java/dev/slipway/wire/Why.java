package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why an application in an environment is as it is, decided afresh.
 *
 * @param delivery the number of the one that is on its way
 * @param unmet everything that it waits for, and nothing else
 * @param earliest when it goes on if nobody does anything; absent when it never does
 * @param campaign what sends what is on its way, or else sent what is in force
 * @param unshipped the newest pushes, where nothing was shipped since
 */
public record Why(
    Reason because,
    Optional<Integer> delivery,
    List<Unmet> unmet,
    Optional<Instant> earliest,
    Optional<String> campaign,
    List<UnshippedPush> unshipped) {
  public Why {
    unmet = List.copyOf(unmet);
    unshipped = List.copyOf(unshipped);
  }
}
