package dev.slipway.loop.replay;

import dev.slipway.engine.fold.ShipmentStage;
import dev.slipway.engine.whatif.Difference;
import dev.slipway.engine.whatif.Fate;
import dev.slipway.engine.whatif.WhatIf;
import dev.slipway.loop.door.Suppositions.Differing;
import dev.slipway.loop.door.Suppositions.Found;
import dev.slipway.loop.door.Suppositions.Kind;
import dev.slipway.loop.door.Suppositions.Standing;
import dev.slipway.loop.door.Suppositions.Stood;
import dev.slipway.model.guardrail.GuardrailName;
import java.time.Duration;
import java.util.Optional;

/** What the engine found, in the words of the door. */
final class Shown {

  private Shown() {}

  static Found found(WhatIf.Answer answer) {
    return new Found(
        answer.rows().stream().map(Shown::row).toList(), answer.assumed(), answer.whole());
  }

  private static Differing row(WhatIf.Row row) {
    return new Differing(
        row.placement(),
        row.shipment(),
        row.sha(),
        stood(row.really()),
        stood(row.would()),
        kind(row.difference()),
        by(row.difference()),
        guardrail(row.difference()),
        row.difference().because(),
        row.faithful());
  }

  private static Kind kind(Difference difference) {
    return switch (difference) {
      case Difference.Same _ -> Kind.SAME;
      case Difference.Stopped _ -> Kind.STOPPED;
      case Difference.Delayed _ -> Kind.DELAYED;
      case Difference.LetThrough _ -> Kind.LET_THROUGH;
      case Difference.Superseded _ -> Kind.SUPERSEDED;
    };
  }

  private static Optional<Duration> by(Difference difference) {
    return switch (difference) {
      case Difference.Delayed delayed -> Optional.of(delayed.by());
      case Difference.LetThrough through -> through.sooner();
      case Difference.Same _, Difference.Stopped _, Difference.Superseded _ -> Optional.empty();
    };
  }

  private static Optional<GuardrailName> guardrail(Difference difference) {
    return switch (difference) {
      case Difference.Delayed delayed -> delayed.guardrail();
      case Difference.Stopped stopped -> stopped.by();
      case Difference.Same _, Difference.LetThrough _, Difference.Superseded _ -> Optional.empty();
    };
  }

  private static Stood stood(Fate fate) {
    return new Stood(
        state(fate.stage()), fate.delivery(), fate.queued(), fate.started(), fate.ended());
  }

  private static Standing state(ShipmentStage stage) {
    return switch (stage) {
      case ELSEWHERE -> Standing.AHEAD;
      case QUEUED, HEAD -> Standing.QUEUED;
      case ROLLING -> Standing.DELIVERING;
      case SETTLED -> Standing.ARRIVED;
      case FAILED -> Standing.FAILED;
      case SUPERSEDED, JOINED -> Standing.SUPERSEDED;
      case CANCELLED, STOPPED -> Standing.STOPPED;
    };
  }
}
