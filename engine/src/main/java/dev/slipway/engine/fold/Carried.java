package dev.slipway.engine.fold;

import dev.slipway.codec.Identities;
import dev.slipway.model.Digest;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredRelease.Part;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a target that says "converged" carries what was ordered: every instance of a service runs
 * one of its ordered releases, and every one of these that is to have instances has at least one,
 * but for what is draining. Any other word of success is a failure, {@code wrong-release}.
 */
final class Carried {

  private Carried() {}

  static Outcome verified(DesiredState ordered, Outcome said) {
    return switch (said) {
      case Outcome.Converged converged -> verified(ordered, converged);
      case Outcome.Failed _, Outcome.Unknown _ -> said;
    };
  }

  private static Outcome verified(DesiredState ordered, Outcome.Converged converged) {
    for (DesiredService service : ordered.services()) {
      Set<Digest> running =
          converged.instances().stream()
              .filter(instance -> instance.service().equals(service.name()))
              .map(ObservedInstance::release)
              .collect(Collectors.toSet());
      Set<Digest> wanted = new HashSet<>();
      for (DesiredRelease release : service.releases()) {
        Digest digest = Identities.release(release.release());
        wanted.add(digest);
        if (hasInstances(release) && !running.contains(digest)) {
          return wrong("%s reports no instance of its ordered release.".formatted(service.name()));
        }
      }
      if (!wanted.containsAll(running)) {
        return wrong("An instance of %s runs another release.".formatted(service.name()));
      }
    }
    return converged;
  }

  /** Commands leave nothing behind that could be looked at. */
  private static boolean hasInstances(DesiredRelease release) {
    return switch (release.release().workload()) {
      case Workload.Run _, Workload.External _ ->
          release.replicas() > 0 && release.part() != Part.DRAINING;
      case Workload.Command _ -> false;
    };
  }

  private static Outcome wrong(String sentence) {
    return new Outcome.Failed(new Reason("wrong-release", sentence));
  }
}
