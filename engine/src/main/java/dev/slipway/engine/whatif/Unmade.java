package dev.slipway.engine.whatif;

import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.entry.TriggerEvaluated.Verdict;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a shipment would not have come to where it really came. */
final class Unmade {

  private final Fates really;
  private final Fates would;
  private final Run run;
  private final List<Recorded> written;

  Unmade(Fates really, Fates would, Run run) {
    this.really = really;
    this.would = would;
    this.run = run;
    written = run.rehearsal().written();
  }

  /** What would have become of it, with the reason why it never came. */
  Fate explained(Fates.Leg leg, Fate fate) {
    return fate.isSomewhere() ? fate : because(leg).map(fate::because).orElse(fate);
  }

  static Optional<Shipment> shipment(Recorded recorded) {
    return recorded.entry() instanceof ShipmentMade made
        ? Optional.of(made.shipment())
        : Optional.empty();
  }

  private Optional<Reason> because(Fates.Leg leg) {
    Optional<Recorded> made = really.made(leg.shipment());
    return would.made(leg.shipment()).isPresent() || made.isEmpty()
        ? before(leg)
        : made.flatMap(this::notMade);
  }

  /** It was made, and came to its end before it came here, or does not come this way. */
  private Optional<Reason> before(Fates.Leg leg) {
    return would.all().entrySet().stream()
        .filter(other -> other.getKey().shipment().equals(leg.shipment()))
        .map(other -> earlier(other.getKey().placement(), other.getValue()))
        .reduce((_, last) -> last)
        .or(() ->
            Optional.of(
                new Reason(
                    "another-way",
                    "It does not travel to %s.".formatted(leg.placement().environment()))));
  }

  private static Reason earlier(Placement at, Fate fate) {
    return new Reason(
        "not-so-far",
        "It has not come farther than %s.%s"
            .formatted(at.environment(), fate.because().map(it -> " " + it.sentence()).orElse("")));
  }

  private Optional<Reason> notMade(Recorded made) {
    Optional<Position> cause = made.cause().flatMap(run::here);
    Stream<Reason> skipped =
        shipment(made).stream()
            .flatMap(shipment ->
                shipment.madeBy() instanceof Shipment.MadeBy.Trigger(var trigger)
                    ? evaluated(cause, shipment)
                        .filter(it -> it.trigger().equals(trigger))
                        .map(TriggerEvaluated::verdict)
                        .filter(Verdict.Skipped.class::isInstance)
                        .map(Verdict::because)
                    : Stream.of());
    Stream<Reason> settled =
        written.stream()
            .map(Recorded::entry)
            .flatMap(entry -> entry instanceof CauseSettled it ? Stream.of(it) : Stream.of())
            .filter(it -> cause.filter(it.received()::equals).isPresent())
            .map(it -> it.settlement().because());
    return Stream.concat(skipped, settled).findFirst().or(() -> gone(made));
  }

  private Stream<TriggerEvaluated> evaluated(Optional<Position> cause, Shipment shipment) {
    return written.stream()
        .map(Recorded::entry)
        .flatMap(Unmade::evaluations)
        .filter(it -> it.application().equals(shipment.application()))
        .filter(it -> cause.filter(it.event()::equals).isPresent());
  }

  private static Stream<TriggerEvaluated> evaluations(Entry entry) {
    return entry instanceof TriggerEvaluated it ? Stream.of(it) : Stream.of();
  }

  private static Optional<Reason> gone(Recorded made) {
    return Optional.of(
        new Reason(
            "not-made", "What made it at %s does not come about.".formatted(made.position())));
  }
}
