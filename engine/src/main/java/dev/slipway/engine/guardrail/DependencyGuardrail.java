package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.Controls.Breakdown;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.PlacementState.InForce;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.queue.Train;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.Sha;
import dev.slipway.model.definition.DependencyDefinition;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Juncture;
import dev.slipway.model.guardrail.PolicyRevision;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;

/**
 * What a delivery needs of other applications has to be in force in its environment before it
 * starts. It is pinned with the delivery; a rollback is free of it, for it has been in force.
 *
 * <pre>
 *   what failed of it stops a train              PENDING, until that is replaced
 *   it is in force, at what is needed            PASS
 *   it is not, or at something else              PENDING, until it is
 *   it needs this application itself, in the end FAIL, for neither would ever start
 * </pre>
 */
record DependencyGuardrail() implements Guardrail {

  private static final int SHA_DIGITS_MIN = 7;

  @Override
  public List<Judged> judge(Deliberation d, RolloutState rollout, Juncture at) {
    if (at != Juncture.AFTER_APPROVAL) {
      return List.of();
    }
    return d.world().deliveries().shipments().bringing(rollout.delivery().shipment()).stream()
        .flatMap(shipment ->
            shipment.definition().needs().stream()
                .flatMap(List::stream)
                .map(need -> judge(d, rollout.delivery().id(), shipment, need)))
        .toList();
  }

  private static Judged judge(
      Deliberation d, DeliveryId id, Shipment shipment, DependencyDefinition need) {
    Placement there = new Placement(need.application(), id.placement().environment());
    GuardrailName name = GuardrailName.of(need.application());
    PolicyRevision revision = PolicyRevision.of(shipment.id());
    Sha sha = shipment.change().sha();
    Optional<Breakdown> down = Train.breakdown(d, there);
    if (down.isPresent()) {
      return behind(d, id, name, down.orElseThrow(), revision);
    }
    Optional<InForce> held = d.placement(there).inForce();
    if (held.filter(it -> isMet(need, it, sha)).isPresent()) {
      return Judged.pass(
          name,
          new Reason(
              "dependency-in-force",
              "%s is in force.".formatted(held.orElseThrow().delivery().id())),
          revision);
    }
    if (Needs.leadTo(d, need.application(), id.placement().application())) {
      return said(
          name,
          GuardrailVerdict.FAIL,
          Needs.circle(id.placement().application(), need.application()),
          revision,
          List.of());
    }
    return said(
        name,
        GuardrailVerdict.PENDING,
        new Reason("dependency-missing", sentence(id, need, d.placement(there), sha)),
        revision,
        List.of(way(need, there, sha)));
  }

  /** A train that stands still there holds up whoever needs it here. */
  private static Judged behind(
      Deliberation d, DeliveryId id, GuardrailName name, Breakdown down, PolicyRevision revision) {
    return said(
        name,
        GuardrailVerdict.PENDING,
        new Reason(
            "dependency-failed",
            "%s needs %s, and %s"
                .formatted(id, down.delivery().placement(), Train.reason(down).sentence())),
        revision,
        Replacements.ways(d, down));
  }

  private static Judged said(
      GuardrailName name,
      GuardrailVerdict verdict,
      Reason because,
      PolicyRevision revision,
      List<Way> ways) {
    return new Judged(name, verdict, because, revision, Optional.empty(), Optional.empty(), ways);
  }

  private static boolean isMet(DependencyDefinition need, InForce held, Sha sha) {
    return need.at()
        .map(at ->
            at.equals(DependencyDefinition.SAME)
                ? held.delivery().change().sha().equals(sha)
                : isAt(at, held))
        .orElse(true);
  }

  private static boolean isAt(String at, InForce held) {
    boolean byRef =
        held.delivery()
            .change()
            .ref()
            .filter(ref -> ref.tag().or(ref::branch).orElseGet(ref::value).equals(at))
            .isPresent();
    return byRef
        || (at.length() >= SHA_DIGITS_MIN && held.delivery().change().sha().value().startsWith(at));
  }

  private static String sentence(
      DeliveryId id, DependencyDefinition need, PlacementState there, Sha sha) {
    String wanted = need.at().map(at -> " at " + (isSame(at) ? sha.abbreviated() : at)).orElse("");
    String now =
        there
            .inForce()
            .map(InForce::delivery)
            .map(it -> "there is %s (%s)".formatted(it.id(), it.change().sha().abbreviated()))
            .orElse("nothing of it is in force there");
    String failed =
        there
            .controls()
            .breakdown()
            .map(down -> ", for %s failed".formatted(down.delivery()))
            .orElse("");
    return "%s needs %s%s to be in force; %s%s."
        .formatted(
            id,
            new Placement(need.application(), id.placement().environment()),
            wanted,
            now,
            failed);
  }

  private static Way way(DependencyDefinition need, Placement there, Sha sha) {
    String which = need.at().map(at -> isSame(at) ? " --sha " + sha : " --ref " + at).orElse("");
    return new Way(
        Role.DEPLOYER,
        "Whoever may deploy to %s".formatted(there),
        "slipway deploy %s --to %s%s".formatted(there.application(), there.environment(), which));
  }

  private static boolean isSame(String at) {
    return at.equals(DependencyDefinition.SAME);
  }
}
