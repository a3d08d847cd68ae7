package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.ResourceState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.GroupName;
import dev.slipway.model.Reason;
import dev.slipway.model.ResourceVersion;
import dev.slipway.model.Role;
import dev.slipway.model.definition.ResourcePolicy;
import dev.slipway.model.entry.OwnerAsked;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Juncture;
import java.util.List;
import java.util.Optional;

/**
 * What a delivery needs of the world outside is there; each resource is a guardrail of its own,
 * judged where its policy says. It holds no rollback: what comes back was judged when it came
 * first.
 *
 * <pre>
 *   it is at the version, or beyond     PASS
 *   it is not, or nobody ever said      PENDING, until somebody says so; its owner is asked
 *   nobody declared it                  INCONCLUSIVE, until somebody does
 * </pre>
 */
record ResourceGuardrail() implements Guardrail {

  @Override
  public List<Judged> judge(Deliberation d, RolloutState rollout, Juncture at) {
    boolean comesBack =
        d.world().deliveries().shipments().isRollback(rollout.delivery().shipment());
    return comesBack
        ? List.of()
        : AskedResource.of(d, rollout).stream()
            .filter(asked -> asked.policy().juncture() == at)
            .map(asked -> judge(d, rollout.delivery().id(), asked))
            .toList();
  }

  private static Judged judge(Deliberation d, DeliveryId id, AskedResource asked) {
    EnvironmentName here = id.placement().environment();
    ResourcePolicy policy = asked.policy();
    Optional<ResourceState> resource = d.resource(policy.resource(), here);
    if (resource.isEmpty()) {
      return undeclared(asked);
    }
    Optional<ResourceVersion> now = resource.flatMap(it -> it.in(here));
    return now.filter(it -> it.isAtLeast(policy.atLeast())).isPresent()
        ? Judged.pass(
            asked.name(),
            new Reason(
                "resource-ready",
                "%s is at %s in %s.".formatted(policy.resource(), now.orElseThrow(), here)),
            asked.revision())
        : behind(id, asked, now, resource.orElseThrow().definition().owner());
  }

  private static Judged undeclared(AskedResource asked) {
    String resource = asked.policy().resource().value();
    return new Judged(
        asked.name(),
        GuardrailVerdict.INCONCLUSIVE,
        new Reason(
            "resource-undeclared",
            "%s is needed at %s or beyond, and nobody declared a resource of that name."
                .formatted(resource, asked.policy().atLeast())),
        asked.revision(),
        Optional.empty(),
        Optional.empty(),
        List.of(
            new Way(
                Role.OWNER,
                "An owner of the whole organisation",
                "slipway apply %s.yaml".formatted(resource))));
  }

  private static Judged behind(
      DeliveryId id, AskedResource asked, Optional<ResourceVersion> now, GroupName owner) {
    EnvironmentName here = id.placement().environment();
    ResourcePolicy policy = asked.policy();
    String present =
        now.map(version -> "%s is at %s in %s".formatted(policy.resource(), version, here))
            .orElseGet(() ->
                "Nobody said at which version %s is in %s".formatted(policy.resource(), here));
    return new Judged(
        asked.name(),
        GuardrailVerdict.PENDING,
        new Reason(
            "resource-behind",
            "%s, and it has to be at %s or beyond. Its owner, %s, was asked for it."
                .formatted(present, policy.atLeast(), owner)),
        asked.revision(),
        Optional.empty(),
        Optional.empty(),
        List.of(tell(policy, owner, here)),
        Optional.of(new OwnerAsked(policy.resource(), policy.atLeast(), owner, id)));
  }

  private static Way tell(ResourcePolicy policy, GroupName owner, EnvironmentName here) {
    return new Way(
        Role.REPORTER,
        "Whoever belongs to %s, or is reporter of %s, once it is so".formatted(owner, here),
        "slipway resource set %s --version %s --env %s"
            .formatted(policy.resource(), policy.atLeast(), here));
  }
}
