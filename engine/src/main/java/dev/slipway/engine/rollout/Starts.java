package dev.slipway.engine.rollout;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.queue.Line;
import dev.slipway.engine.strategy.Course;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.RolloutPolicy;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.entry.RolloutAdmitted;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredJob;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.Pace;
import dev.slipway.model.state.Release;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rollout starts with the targets that its environment has now, but for those that are paused or
 * too long away. Who has not answered by the longest total timeout of its services and jobs, and
 * the environment's patience after that, is silent, unless the environment has a word of its own
 * for that.
 */
final class Starts {

  private Starts() {}

  static void start(Deliberation d, Delivery delivery, List<TargetName> targets) {
    Optional<EnvironmentState> environment = d.environment(delivery.id().placement().environment());
    Absences.of(d, environment, targets)
        .ifPresent(away -> {
          List<TargetName> members =
              targets.stream().filter(target -> !away.contains(target)).toList();
          List<TargetName> excluded =
              Stream.concat(
                      away.stream(),
                      environment.map(EnvironmentState::paused).stream().flatMap(List::stream))
                  .sorted()
                  .toList();
          start(d, delivery, environment.map(EnvironmentState::definition), members, excluded);
        });
  }

  private static void start(
      Deliberation d,
      Delivery delivery,
      Optional<EnvironmentDefinition> environment,
      List<TargetName> members,
      List<TargetName> excluded) {
    Optional<Delivery> from =
        d.placement(delivery.id().placement()).inForce().map(PlacementState.InForce::delivery);
    Duration patience = environment.map(EnvironmentDefinition::silentAfter).orElse(Duration.ZERO);
    RolloutPolicy policy =
        environment.map(EnvironmentDefinition::policy).orElse(RolloutPolicy.STANDARD);
    boolean comesBack = d.world().deliveries().shipments().isRollback(delivery.shipment());
    boolean bakes = !comesBack && bakes(d, delivery);
    admit(d, delivery, environment);
    d.write(
        new RolloutStarted(
            delivery.id(),
            Course.name(delivery),
            Course.of(delivery, from, bakes).size(),
            members,
            d.now().plus(policy.progressWithin().orElseGet(() -> longest(delivery).plus(patience))),
            bakes ? Optional.of(Course.untilBaked(delivery, from)) : Optional.empty(),
            Optional.of(pace(delivery, from, bakes, members.size(), policy, comesBack)),
            excluded.isEmpty() ? Optional.empty() : Optional.of(excluded)));
  }

  /**
   * What comes back was in force at every target before, and is to be quick: it goes everywhere at
   * once, and stays nowhere.
   */
  private static Pace pace(
      Delivery delivery,
      Optional<Delivery> from,
      boolean bakes,
      int members,
      RolloutPolicy policy,
      boolean comesBack) {
    if (comesBack) {
      List<Integer> waves =
          Course.isOneByOne(delivery) ? Waves.oneByOne(members) : Waves.together(members);
      return new Pace(waves, List.of(), Course.failures(delivery));
    }
    List<Integer> waves =
        Course.isOneByOne(delivery) ? Waves.oneByOne(members) : Waves.of(members, policy.atOnce());
    return new Pace(waves, Course.stays(delivery, from, bakes), Course.failures(delivery));
  }

  /** Where only so many may be under way, it is written that there is one more. */
  private static void admit(
      Deliberation d, Delivery delivery, Optional<EnvironmentDefinition> environment) {
    environment
        .flatMap(EnvironmentDefinition::concurrency)
        .map(limit ->
            new RolloutAdmitted(
                delivery.id(),
                Line.of(d.world(), delivery.id().placement().environment()).running().size() + 1,
                limit))
        .ifPresent(d::write);
  }

  /** What comes back has baked when it came first. */
  private static boolean bakes(Deliberation d, Delivery delivery) {
    return Course.canBake(delivery)
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
