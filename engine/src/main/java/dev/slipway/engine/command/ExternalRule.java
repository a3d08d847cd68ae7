package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.Externals.OfPlacement;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.ExternalRecorded;
import dev.slipway.model.external.ExternalDeployment;
import dev.slipway.model.external.ExternalReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody says that another tool deployed something. It is written down once for each id that the
 * tool gives, and nothing follows: what Slipway is to keep somewhere is what it was before.
 *
 * <pre>
 *   an id that is new                    → recorded
 *   one that is known, saying the same   → nothing follows
 *   one that is known, saying otherwise  → refused
 * </pre>
 */
final class ExternalRule {

  /** How far a tool's clock may be ahead. */
  private static final Duration AHEAD_MAX = Duration.ofMinutes(5);

  private ExternalRule() {}

  static Optional<Settlement> record(Deliberation d, ExternalReport told) {
    Placement placement = told.placement();
    if (d.application(placement.application()).isEmpty()) {
      return Settlements.refused(
          "unknown-application", "There is no application %s.".formatted(placement.application()));
    }
    if (d.environment(placement.environment()).isEmpty()) {
      return Settlements.refused(
          "unknown-environment",
          "There is no environment %s; declare it with 'slipway apply'."
              .formatted(placement.environment()));
    }
    OfPlacement known = d.externals(placement);
    return known
        .of(told.run())
        .flatMap(before -> again(before, told))
        .or(() -> mistimed(d, known, told).flatMap(Settlements::refused))
        .or(() -> written(d, told));
  }

  private static Optional<Settlement> again(ExternalDeployment before, ExternalReport told) {
    return before.says(told)
        ? Settlements.nothing(
            "external-known",
            "%s was recorded at %s before, just so.".formatted(told.run(), told.placement()))
        : Settlements.refused(
            "external-differs",
            "%s was recorded at %s before: %s %s, at %s. That stays; what is another deployment has an id of its own."
                .formatted(
                    told.run(),
                    told.placement(),
                    before.sha().abbreviated(),
                    outcome(before),
                    before.ended()));
  }

  private static Optional<Reason> mistimed(Deliberation d, OfPlacement known, ExternalReport told) {
    Instant latest = d.now().plus(AHEAD_MAX);
    Instant ended = ended(d, told);
    if (ended.isAfter(latest)) {
      return Optional.of(
          new Reason(
              "external-ahead-of-time",
              "It tells of %s, and it is %s now. Set the tool's clock.".formatted(ended, d.now())));
    }
    return known
        .closedUntil()
        .filter(until -> !ended.isAfter(until))
        .map(until ->
            new Reason(
                "external-too-old",
                "Of %s so many are recorded that none is taken any more which ended until %s."
                    .formatted(told.placement(), until)));
  }

  private static Optional<Settlement> written(Deliberation d, ExternalReport told) {
    ExternalDeployment deployment =
        new ExternalDeployment(
            told.placement(),
            told.sha(),
            told.run(),
            told.outcome(),
            told.started(),
            ended(d, told),
            told.link());
    d.write(new ExternalRecorded(deployment, d.actor()));
    String kept =
        d.placement(told.placement())
            .inForce()
            .map(held -> " Slipway goes on keeping it as %s says.".formatted(held.delivery().id()))
            .orElse("");
    return Settlements.followed(
        "external-recorded",
        "%s brought %s to %s, and %s.%s"
            .formatted(
                told.run(), told.sha().abbreviated(), told.placement(), outcome(deployment), kept));
  }

  /** Without a word about it, it is over now; a clock that is ahead may have begun it later. */
  private static Instant ended(Deliberation d, ExternalReport told) {
    return told.ended()
        .orElseGet(() -> told.started().filter(at -> at.isAfter(d.now())).orElseGet(d::now));
  }

  private static String outcome(ExternalDeployment deployment) {
    return deployment.succeeded() ? "succeeded" : "failed";
  }
}
