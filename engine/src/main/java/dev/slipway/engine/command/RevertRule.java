package dev.slipway.engine.command;

import dev.slipway.aggregation.Compilation;
import dev.slipway.codec.Identities;
import dev.slipway.engine.authority.Confirmation;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.intake.Dispatch;
import dev.slipway.engine.layer.Overlays;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.engine.why.Provenance;
import dev.slipway.model.Placement;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Owned;
import dev.slipway.model.layer.PinnedOverlay;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Shipment;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An owner's document is again what it was. As with a rollback what runs is to be as before, and
 * soon: whatever is in force with other values than an overlay now gives gets them back by a
 * shipment of its own, with the commit that is in force there, through the guardrails of its
 * environment. What is protected waits for somebody who names it. A policy gives no values; what
 * waits for it is judged again.
 */
final class RevertRule {

  private RevertRule() {}

  static Optional<Settlement> overlay(Deliberation d, Command.RevertOverlay revert, String key) {
    return switch (Restoring.of(
        d,
        "overlay",
        revert.overlay().value(),
        d.organisationWide().declared().overlay(revert.overlay()),
        revert.to())) {
      case Restoring.Ended(Optional<Settlement> settlement) -> settlement;
      case Restoring.Restored<OverlayDefinition>(Revision<OverlayDefinition> earlier) ->
          sent(d, earlier, key);
    };
  }

  static Optional<Settlement> policy(Deliberation d, Command.RevertPolicy revert) {
    return switch (Restoring.of(
        d,
        "policy",
        revert.policy().value(),
        d.organisationWide().declared().policy(revert.policy()),
        revert.to())) {
      case Restoring.Ended(Optional<Settlement> settlement) -> settlement;
      case Restoring.Restored<PolicyDefinition>(Revision<PolicyDefinition> earlier) -> {
        d.world()
            .declared()
            .environments()
            .keySet()
            .forEach(environment -> Advance.environment(d, environment));
        yield Settlements.followed("reverted", restored(earlier));
      }
    };
  }

  private static Optional<Settlement> sent(
      Deliberation d, Revision<OverlayDefinition> earlier, String key) {
    List<Placement> differing = differing(d.world()).toList();
    List<Placement> kept =
        differing.stream().filter(at -> Confirmation.isProtected(d, at.environment())).toList();
    List<Placement> sent = differing.stream().filter(at -> !kept.contains(at)).toList();
    Dispatch.all(d, sent.stream().flatMap(at -> shipment(d, at, key).stream()).toList());
    return Settlements.followed("reverted", sentence(earlier, sent, kept));
  }

  private static String sentence(
      Revision<OverlayDefinition> earlier, List<Placement> sent, List<Placement> kept) {
    return "%s%s%s"
        .formatted(
            restored(earlier),
            sent.isEmpty() ? "" : " Sent to %s.".formatted(names(sent)),
            kept.isEmpty()
                ? ""
                : " Protected, and left to slipway deploy: %s.".formatted(names(kept)));
  }

  private static String restored(Revision<? extends Owned> earlier) {
    return "%s is as in revision %d again."
        .formatted(earlier.definition().title(), earlier.number());
  }

  private static String names(List<Placement> placements) {
    return String.join(", ", placements.stream().map(Placement::toString).toList());
  }

  /** Where other values are in force than what is said now would give. */
  private static Stream<Placement> differing(World world) {
    return world.deliveries().placements().keySet().stream()
        .filter(at ->
            Provenance.inForce(world, at)
                .filter(held ->
                    !Compilation.of(held.definition(), at.environment(), pinned(world, at))
                        .services()
                        .stream()
                        .map(service -> service.definition())
                        .toList()
                        .equals(
                            held.services().stream().map(service -> service.definition()).toList()))
                .isPresent());
  }

  private static List<PinnedOverlay> pinned(World world, Placement at) {
    return Overlays.pinned(world, at.application(), List.of(at.environment()));
  }

  /** The commit that is in force there, with what is said now. */
  private static Optional<Shipment> shipment(Deliberation d, Placement at, String key) {
    Optional<Delivery> held = d.placement(at).inForce().map(PlacementState.InForce::delivery);
    return Provenance.inForce(d.world(), at)
        .flatMap(provenance ->
            held.map(delivery ->
                shipment(
                    d, at, delivery, provenance.definition(), inputs(d, at, provenance), key)));
  }

  private static Inputs inputs(Deliberation d, Placement at, Provenance provenance) {
    return provenance
        .inputs()
        .orElseGet(() -> new Inputs(new Origin.Implied(), ""))
        .with(Overlays.pinned(d.world(), at.application(), provenance.definition().route()));
  }

  private static Shipment shipment(
      Deliberation d,
      Placement at,
      Delivery held,
      ApplicationDefinition definition,
      Inputs inputs,
      String key) {
    return new Shipment(
            Identities.shipment(d.actor(), key + "/" + at),
            at.application(),
            held.change(),
            definition,
            List.of(at.environment()),
            new Shipment.MadeBy.Request(d.actor(), Optional.empty()),
            false,
            Collections.unmodifiableSortedMap(new TreeMap<>()))
        .from(inputs);
  }
}
