package dev.slipway.engine.whatif;

import dev.slipway.engine.fold.ShipmentStage;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.guardrail.GuardrailName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a shipment at a placement within a span.
 *
 * @param stage where it stood at the end of the span
 * @param delivery the number of the delivery that it made
 * @param because the last reason that was given for it
 * @param supersededBy who took its place
 * @param waits for which guardrails it waited before it started
 */
public record Fate(
    ShipmentStage stage,
    Optional<Integer> delivery,
    Optional<Instant> queued,
    Optional<Instant> started,
    Optional<Instant> ended,
    Optional<Reason> because,
    Optional<ShipmentId> supersededBy,
    List<Wait> waits) {

  public static final Fate NOWHERE =
      new Fate(
          ShipmentStage.ELSEWHERE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  public Fate {
    waits = List.copyOf(waits);
  }

  /** For one guardrail, from when to when; without an end it goes on. */
  public record Wait(
      GuardrailName guardrail, Instant since, Optional<Instant> until, Reason because) {

    Duration lasted(Instant end) {
      return Duration.between(since, until.orElse(end));
    }
  }

  /** Whether it ever came here. */
  public boolean isSomewhere() {
    return stage != ShipmentStage.ELSEWHERE;
  }

  Fate in(ShipmentStage next) {
    return new Fate(next, delivery, queued, started, ended, because, supersededBy, waits);
  }

  Fate numbered(int number) {
    return new Fate(
        stage, Optional.of(number), queued, started, ended, because, supersededBy, waits);
  }

  Fate queued(Instant at) {
    return new Fate(stage, delivery, Optional.of(at), started, ended, because, supersededBy, waits);
  }

  Fate started(Instant at) {
    return new Fate(
        stage,
        delivery,
        queued,
        Optional.of(at),
        ended,
        Optional.empty(),
        supersededBy,
        waits.stream().map(wait -> closed(wait, at)).toList());
  }

  Fate ended(Instant at) {
    return new Fate(
        stage, delivery, queued, started, Optional.of(at), because, supersededBy, waits);
  }

  Fate because(Reason reason) {
    return new Fate(
        stage, delivery, queued, started, ended, Optional.of(reason), supersededBy, waits);
  }

  Fate superseded(ShipmentId by) {
    return new Fate(stage, delivery, queued, started, ended, because, Optional.of(by), waits);
  }

  Fate waiting(List<Wait> others) {
    return new Fate(stage, delivery, queued, started, ended, because, supersededBy, others);
  }

  private static Wait closed(Wait wait, Instant at) {
    return wait.until().isPresent()
        ? wait
        : new Wait(wait.guardrail(), wait.since(), Optional.of(at), wait.because());
  }
}
