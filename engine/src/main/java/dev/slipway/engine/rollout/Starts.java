package dev.slipway.engine.rollout;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.engine.queue.Line;
import dev.slipway.engine.strategy.Course;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.entry.RolloutAdmitted;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredJob;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.Release;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rollout starts with the targets that its environment has now. Who has not answered by the
 * longest total timeout of its services and jobs, and the environment's patience after that, is
 * silent.
 */
final class Starts {

  private Starts() {}

  static void start(Deliberation d, Delivery delivery, List<TargetName> members) {
    EnvironmentName environment = delivery.id().placement().environment();
    Optional<Delivery> from =
        d.placement(delivery.id().placement()).inForce().map(PlacementState.InForce::delivery);
    Duration patience =
        d.environment(environment).map(e -> e.definition().silentAfter()).orElse(Duration.ZERO);
    boolean bakes = bakes(d, delivery);
    admit(d, delivery);
    d.write(
        new RolloutStarted(
            delivery.id(),
            Course.name(delivery),
            Course.of(delivery, from, bakes).size(),
            members,
            d.now().plus(longest(delivery)).plus(patience),
            bakes ? Optional.of(Course.untilBaked(delivery, from)) : Optional.empty()));
  }

  /** Where only so many may be under way, it is written that there is one more. */
  private static void admit(Deliberation d, Delivery delivery) {
    EnvironmentName environment = delivery.id().placement().environment();
    d.environment(environment)
        .flatMap(state -> state.definition().concurrency())
        .map(limit ->
            new RolloutAdmitted(
                delivery.id(), Line.of(d.world(), environment).running().size() + 1, limit))
        .ifPresent(d::write);
  }

  /** What comes back has baked when it came first. */
  private static boolean bakes(Deliberation d, Delivery delivery) {
    boolean comesBack =
        d.world()
            .deliveries()
            .shipments()
            .travelling(delivery.shipment())
            .filter(ShipmentState::isRollback)
            .isPresent();
    return !comesBack
        && Course.canBake(delivery)
        && d.environment(delivery.id().placement().environment())
            .flatMap(environment -> environment.definition().guardrails())
            .flatMap(GuardrailPolicy::bake)
            .isPresent();
  }

  private static Duration longest(Delivery delivery) {
    Stream<Release> kept =
        delivery.state().services().stream()
            .flatMap(service -> service.releases().stream())
            .map(DesiredRelease::release);
    Stream<Release> run =
        delivery.state().jobs().stream().flatMap(List::stream).map(DesiredJob::release);
    return Stream.concat(kept, run)
        .map(release -> release.timeouts())
        .map(Timeouts::total)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
