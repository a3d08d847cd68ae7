package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.delivery.SecretUses;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.layer.Unsealed;
import dev.slipway.engine.layer.Unsealed.Lack;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Juncture;
import dev.slipway.model.guardrail.PolicyRevision;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a delivery starts with has to be there: the sealed secrets that its documents refer to. A
 * document may come before them, so it waits, and goes on once they are set. A rollback does not:
 * its targets may have opened long ago what was removed since.
 *
 * <pre>
 *   it refers to none            nothing to say
 *   all of them are sealed       PASS
 *   one is not                   PENDING, until somebody sets it
 * </pre>
 */
record SecretsGuardrail() implements Guardrail {

  @Override
  public List<Judged> judge(Deliberation d, RolloutState rollout, Juncture at) {
    if (at != Juncture.BEFORE_APPROVAL) {
      return List.of();
    }
    boolean refers =
        SecretUses.of(rollout.delivery().state())
            .anyMatch(SecretReference.Sealed.class::isInstance);
    return d
        .world()
        .deliveries()
        .shipments()
        .bringing(rollout.delivery().shipment())
        .filter(_ -> refers)
        .map(shipment -> judged(d, rollout.delivery().id().placement(), shipment))
        .stream()
        .toList();
  }

  private static Judged judged(Deliberation d, Placement placement, Shipment shipment) {
    PolicyRevision revision = PolicyRevision.of(shipment.id());
    List<Lack> lacking = Unsealed.of(placement, shipment, d.sealing(placement.environment()));
    if (lacking.isEmpty()) {
      return Judged.pass(
          GuardrailName.SECRETS,
          new Reason("secrets-sealed", "All that it refers to is sealed here."),
          revision);
    }
    return new Judged(
        GuardrailName.SECRETS,
        GuardrailVerdict.PENDING,
        because(lacking),
        revision,
        Optional.empty(),
        Optional.empty(),
        ways(placement, lacking.getFirst()));
  }

  private static Reason because(List<Lack> lacking) {
    Reason first = lacking.getFirst().because();
    return switch (lacking.size()) {
      case 1 -> first;
      case 2 -> new Reason(first.code(), first.sentence() + " There is 1 more like this.");
      default ->
          new Reason(
              first.code(),
              first.sentence() + " There are %d more like this.".formatted(lacking.size() - 1));
    };
  }

  private static List<Way> ways(Placement placement, Lack lack) {
    EnvironmentName environment = placement.environment();
    Stream<Way> set =
        lack.settable().stream()
            .map(secret ->
                new Way(
                    Role.OWNER,
                    "An owner of %s who knows the value".formatted(environment),
                    "slipway secret set %s %s".formatted(environment, secret)));
    Way another =
        new Way(
            Role.DEPLOYER,
            "Whoever may deploy to %s, with a commit that refers to what is there"
                .formatted(placement),
            "slipway deploy %s --to %s".formatted(placement.application(), environment));
    return Stream.concat(set, Stream.of(another)).toList();
  }
}
