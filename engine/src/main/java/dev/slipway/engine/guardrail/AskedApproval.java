package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.Placement;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.PolicyRevision;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule about approvals of one delivery. The environment asks for what is delivered there, and the
 * application for itself; each asks apart, so that neither loosens what the other asks for.
 *
 * <p>What the application asks for stands in several of its {@linkplain OwnDefinition definitions};
 * all of them count, and of one rule in several of them the strictest form.
 *
 * @param revision the words that it stands in; of several the first of those above
 */
public record AskedApproval(GuardrailName name, ApprovalPolicy policy, PolicyRevision revision) {

  /** Everything that is asked for, the environment's rules first; none where nobody asks. */
  public static List<AskedApproval> of(Deliberation d, RolloutState rollout) {
    Map<GuardrailName, AskedApproval> byName = new LinkedHashMap<>();
    Placement placement = rollout.delivery().id().placement();
    Stream.concat(ofEnvironment(d, placement), ofApplication(d, rollout, placement))
        .forEach(asked -> byName.merge(asked.name(), asked, AskedApproval::and));
    return List.copyOf(byName.values());
  }

  private AskedApproval and(AskedApproval other) {
    ApprovalPolicy more = other.policy;
    Duration shorter =
        policy.expires().compareTo(more.expires()) <= 0 ? policy.expires() : more.expires();
    return new AskedApproval(
        name,
        new ApprovalPolicy(
            Math.max(policy.of(), more.of()),
            policy.role(),
            policy.selfAllowed() && more.selfAllowed(),
            shorter,
            policy.from()),
        revision);
  }

  private static Stream<AskedApproval> ofEnvironment(Deliberation d, Placement placement) {
    Optional<EnvironmentState> environment = d.environment(placement.environment());
    return environment.stream()
        .flatMap(it -> it.definition().guardrails().stream())
        .flatMap(guardrails -> guardrails.approvals().stream())
        .map(policy ->
            new AskedApproval(
                GuardrailName.of(policy),
                policy,
                PolicyRevision.of(placement.environment(), environment.orElseThrow().origin())));
  }

  private static Stream<AskedApproval> ofApplication(
      Deliberation d, RolloutState rollout, Placement placement) {
    return OwnDefinition.of(d, rollout).stream()
        .flatMap(own ->
            own.definition().approvals(placement.environment()).stream()
                .map(policy ->
                    new AskedApproval(
                        GuardrailName.of(placement.application(), policy),
                        policy,
                        own.revision())));
  }
}
