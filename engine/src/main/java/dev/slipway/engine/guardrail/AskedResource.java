package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.Placement;
import dev.slipway.model.definition.ResourcePolicy;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.PolicyRevision;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A resource that somebody asks for. The environment asks for what is delivered there, and the
 * application for itself, in several of its {@linkplain OwnDefinition definitions}; of the same one
 * in several of these, to be judged at the same juncture, the higher version counts.
 *
 * @param revision the words that it stands in; of several the first of those above
 */
record AskedResource(GuardrailName name, ResourcePolicy policy, PolicyRevision revision) {

  /** Everything that is asked for, the environment's first; none where nobody asks. */
  static Collection<AskedResource> of(Deliberation d, RolloutState rollout) {
    Map<GuardrailName, AskedResource> byName = new LinkedHashMap<>();
    Placement placement = rollout.delivery().id().placement();
    Stream.concat(ofEnvironment(d, placement), ofApplication(d, rollout, placement))
        .forEach(asked -> byName.merge(asked.name(), asked, AskedResource::and));
    return byName.values();
  }

  private AskedResource and(AskedResource other) {
    return policy.atLeast().isAtLeast(other.policy.atLeast())
        ? this
        : new AskedResource(name, other.policy, revision);
  }

  private static Stream<AskedResource> ofEnvironment(Deliberation d, Placement placement) {
    Optional<EnvironmentState> environment = d.environment(placement.environment());
    return environment.stream()
        .flatMap(it -> it.definition().guardrails().stream())
        .flatMap(guardrails -> guardrails.resources().stream())
        .flatMap(List::stream)
        .map(policy ->
            new AskedResource(
                GuardrailName.of(policy.resource(), policy.juncture()),
                policy,
                PolicyRevision.of(placement.environment(), environment.orElseThrow().origin())));
  }

  private static Stream<AskedResource> ofApplication(
      Deliberation d, RolloutState rollout, Placement placement) {
    return OwnDefinition.of(d, rollout).stream()
        .flatMap(own ->
            own.definition().resources(placement.environment()).stream()
                .map(policy ->
                    new AskedResource(
                        GuardrailName.of(
                            placement.application(), policy.resource(), policy.juncture()),
                        policy,
                        own.revision())));
  }
}
