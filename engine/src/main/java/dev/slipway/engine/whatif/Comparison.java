package dev.slipway.engine.whatif;

import dev.slipway.engine.fold.ShipmentStage;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Holds what would have become of a shipment against what really did.
 *
 * <pre>
 *   gave way to a newer one, and really not   → Superseded
 *   really started, and would not have        → Stopped
 *   would have started, and really did not    → LetThrough
 *   started later, or ended later             → Delayed
 *   started sooner                            → LetThrough, sooner
 *   reached, and would have ended otherwise   → Stopped, or LetThrough
 *   otherwise                                 → Same
 * </pre>
 */
final class Comparison {

  /** What answers took and clocks differ by is no delay. */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  private static final Reason SAME = new Reason("same", "It would have been the same.");

  private Comparison() {}

  static Difference of(Fate really, Fate would, Instant end) {
    if (gaveWay(would) && !gaveWay(really)) {
      return new Difference.Superseded(
          would.supersededBy().map(by -> toWhom(would, by)).orElse(SAME));
    }
    if (really.started().isPresent() && would.started().isEmpty()) {
      return stopped(would, end);
    }
    if (really.started().isEmpty() && would.started().isPresent()) {
      return new Difference.LetThrough(Optional.empty(), through(really));
    }
    if (really.started().isPresent()) {
      return started(really, would, end);
    }
    return really.isSomewhere() && !would.isSomewhere() ? stopped(would, end) : idle(really, would);
  }

  private static boolean gaveWay(Fate fate) {
    return is(fate, ShipmentStage.SUPERSEDED) || is(fate, ShipmentStage.JOINED);
  }

  private static Reason toWhom(Fate fate, ShipmentId newer) {
    return is(fate, ShipmentStage.JOINED)
        ? new Reason("joined", "It goes together with shipment %s.".formatted(newer))
        : new Reason("superseded", "Shipment %s takes its place.".formatted(newer));
  }

  private static Difference idle(Fate really, Fate would) {
    boolean worse = is(would, ShipmentStage.STOPPED) && !is(really, ShipmentStage.STOPPED);
    boolean better =
        would.isSomewhere()
            && !is(would, ShipmentStage.STOPPED)
            && (!really.isSomewhere()
                || is(really, ShipmentStage.STOPPED)
                || (gaveWay(really) && !gaveWay(would)));
    if (worse) {
      return new Difference.Stopped(Optional.empty(), would.because().orElse(SAME));
    }
    return better
        ? new Difference.LetThrough(Optional.empty(), through(really))
        : new Difference.Same(SAME);
  }

  private static Difference started(Fate really, Fate would, Instant end) {
    Duration later =
        Duration.between(really.started().orElseThrow(), would.started().orElseThrow());
    if (later.compareTo(TOLERANCE) > 0) {
      return delayed(later, would, end);
    }
    if (later.negated().compareTo(TOLERANCE) > 0) {
      return new Difference.LetThrough(Optional.of(later.negated()), through(really));
    }
    if (really.stage() != would.stage()) {
      return is(would, ShipmentStage.SETTLED)
          ? new Difference.LetThrough(Optional.empty(), through(really))
          : stopped(would, end);
    }
    Optional<Duration> longer =
        really.ended().flatMap(one -> would.ended().map(other -> Duration.between(one, other)));
    return longer
        .filter(by -> by.compareTo(TOLERANCE) > 0)
        .<Difference>map(by ->
            new Difference.Delayed(
                by,
                Optional.empty(),
                new Reason("ends-later", "It starts as it did, and ends later.")))
        .orElseGet(() -> new Difference.Same(SAME));
  }

  private static Difference delayed(Duration by, Fate would, Instant end) {
    return longest(would, end)
        .map(wait -> new Difference.Delayed(by, Optional.of(wait.guardrail()), wait.because()))
        .orElseGet(() ->
            new Difference.Delayed(
                by,
                Optional.empty(),
                new Reason("behind-others", "It comes later, or waits behind what is before it.")));
  }

  private static Difference stopped(Fate would, Instant end) {
    Optional<Fate.Wait> open =
        would.waits().stream()
            .filter(wait -> wait.until().isEmpty())
            .max(Comparator.comparing(wait -> wait.lasted(end)));
    Reason otherwise =
        would
            .because()
            .orElseGet(
                () -> new Reason("not-so-far", "It has not come so far by the end of the span."));
    return new Difference.Stopped(
        open.map(Fate.Wait::guardrail), open.map(Fate.Wait::because).orElse(otherwise));
  }

  private static Optional<Fate.Wait> longest(Fate fate, Instant end) {
    return fate.waits().stream().max(Comparator.comparing(wait -> wait.lasted(end)));
  }

  /** What really kept it, and would not have. */
  private static Reason through(Fate really) {
    return really.waits().isEmpty()
        ? really
            .because()
            .orElseGet(() ->
                really
                    .supersededBy()
                    .map(by ->
                        new Reason(
                            "not-superseded", "Shipment %s really took its place.".formatted(by)))
                    .orElseGet(
                        () -> new Reason("nothing-keeps-it", "Nothing keeps it as something did.")))
        : really.waits().getLast().because();
  }

  private static boolean is(Fate fate, ShipmentStage stage) {
    return fate.stage() == stage;
  }
}
