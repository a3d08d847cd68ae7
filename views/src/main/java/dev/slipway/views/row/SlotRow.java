package dev.slipway.views.row;

import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetName;
import dev.slipway.model.observation.ObservedInstance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What runs of an application at one target, and what should.
 *
 * @param ordered its last order
 * @param delivery the number of the delivery that it holds by its own word; absent where it holds
 *     none
 * @param because why it differs or did not come to be as ordered
 * @param since when it first said so; absent before its first word
 */
public record SlotRow(
    TargetName target,
    Optional<Ordered> ordered,
    Optional<Integer> delivery,
    List<ObservedInstance> instances,
    boolean drifted,
    Optional<Reason> because,
    Optional<Instant> since) {

  /**
   * What a target was ordered.
   *
   * @param holds the number of the delivery that it is to hold; absent where it is to hold none
   */
  public record Ordered(Position order, Optional<Integer> holds) {}

  public SlotRow {
    instances = List.copyOf(instances);
  }

  /** A target that was ordered nothing, and said nothing. */
  public static SlotRow of(TargetName target) {
    return new SlotRow(
        target,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  public SlotRow ordered(Ordered next) {
    return new SlotRow(target, Optional.of(next), delivery, instances, drifted, because, since);
  }

  /** With a new word of the target in the place of what it said before. */
  public SlotRow said(
      Optional<Integer> holds,
      List<ObservedInstance> seen,
      boolean differs,
      Optional<Reason> why,
      Instant at) {
    boolean same =
        since.isPresent()
            && delivery.equals(holds)
            && drifted == differs
            && because.map(Reason::code).equals(why.map(Reason::code));
    return new SlotRow(target, ordered, holds, seen, differs, why, same ? since : Optional.of(at));
  }
}
