package dev.slipway.engine.fold;

import dev.slipway.codec.Identities;
import dev.slipway.model.Digest;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.observation.Health;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredRelease.Part;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the processes that a target says it has after a time in which all had to be healthy are
 * those that it had when it began. One that died in between and was replaced before anybody looked
 * is told by this. Of what gets fewer, some may be gone.
 */
final class Unbroken {

  private Unbroken() {}

  /** What a target said while it had to be as ordered. */
  static Reason differed(RolloutState rollout, Reason said) {
    return new Reason(
        code(rollout),
        rollout.isBaked()
            ? "It was not as ordered all the time while it baked: %s".formatted(said.sentence())
            : "It was not as ordered all the time that it had to be: %s"
                .formatted(said.sentence()));
  }

  static Outcome verified(
      RolloutState rollout,
      DesiredState ordered,
      Optional<SlotState.Observed> before,
      Outcome said) {
    return switch (said) {
      case Outcome.Converged converged ->
          before.stream()
              .flatMap(seen -> broken(rollout, ordered, seen.instances(), converged.instances()))
              .findFirst()
              .<Outcome>map(Outcome.Failed::new)
              .orElse(converged);
      case Outcome.Failed _, Outcome.Unknown _ -> said;
    };
  }

  private static String code(RolloutState rollout) {
    return rollout.isBaked() ? "unhealthy-while-baking" : "unhealthy-at-step";
  }

  private static Stream<Reason> broken(
      RolloutState rollout,
      DesiredState ordered,
      List<ObservedInstance> before,
      List<ObservedInstance> now) {
    return before.stream()
        .filter(instance -> isWanted(ordered, instance, count(before, instance)))
        .filter(instance -> now.stream().noneMatch(other -> isSameAndWell(instance, other)))
        .map(instance ->
            new Reason(
                code(rollout),
                "%s of %s was not there any more, or not well, when its time was over."
                    .formatted(instance.instance(), instance.service())));
  }

  private static long count(List<ObservedInstance> all, ObservedInstance like) {
    return all.stream()
        .filter(other -> other.service().equals(like.service()))
        .filter(other -> other.release().equals(like.release()))
        .filter(other -> isWell(other.health()))
        .count();
  }

  private static boolean isSameAndWell(ObservedInstance before, ObservedInstance now) {
    return now.service().equals(before.service())
        && now.instance().equals(before.instance())
        && now.release().equals(before.release())
        && isWell(now.health());
  }

  private static boolean isWell(Health health) {
    return switch (health) {
      case HEALTHY, UNKNOWN -> true;
      case STARTING, UNHEALTHY, GONE -> false;
    };
  }

  /** What two programs look at may have other names at any time; what drains may end. */
  private static boolean isWanted(DesiredState ordered, ObservedInstance instance, long there) {
    return ordered.services().stream()
        .filter(service -> service.name().equals(instance.service()))
        .map(DesiredService::releases)
        .flatMap(List::stream)
        .filter(release -> release.part() == Part.ACTIVE && isProcess(release))
        .filter(release -> release.replicas() >= there)
        .map(DesiredRelease::release)
        .<Digest>map(Identities::release)
        .anyMatch(instance.release()::equals);
  }

  private static boolean isProcess(DesiredRelease release) {
    return switch (release.release().workload()) {
      case Workload.Run _ -> true;
      case Workload.Command _, Workload.External _ -> false;
    };
  }
}
