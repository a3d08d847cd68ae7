package dev.slipway.engine.command;

import dev.slipway.aggregation.Compilation;
import dev.slipway.codec.Identities;
import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Confirmation;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.OverlayState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.intake.Dispatch;
import dev.slipway.engine.layer.Harmony;
import dev.slipway.engine.layer.Overlays;
import dev.slipway.engine.why.Provenance;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.layer.OverlayRevision;
import dev.slipway.model.layer.PinnedOverlay;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Shipment;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An overlay is again what it was, under a new number. As with a rollback what runs is to be as
 * before, and soon: whatever is in force with other values gets them back by a shipment of its own,
 * with the commit that is in force there, through the guardrails of its environment. What is
 * protected waits for somebody who names it.
 */
final class RevertRule {

  private RevertRule() {}

  static Optional<Settlement> decide(Deliberation d, Command.RevertOverlay revert, String key) {
    Optional<OverlayState> known = d.organisationWide().declared().overlay(revert.overlay());
    if (known.isEmpty()) {
      return Settlements.refused(
          "unknown-overlay", "There is no overlay %s.".formatted(revert.overlay()));
    }
    OverlayRevision current = known.orElseThrow().current();
    int to = revert.to().orElseGet(() -> current.number() - 1);
    Optional<OverlayRevision> earlier = known.orElseThrow().at(to);
    if (earlier.isEmpty()) {
      return Settlements.refused(
          "unknown-revision",
          "overlay/%s has no revision %d that is kept; the last %d are."
              .formatted(revert.overlay(), to, OverlayState.PAST_MAX));
    }
    if (earlier.orElseThrow().definition().equals(current.definition())) {
      return Settlements.nothing(
          "unchanged", "overlay/%s says exactly that.".formatted(revert.overlay()));
    }
    return restore(d, current, earlier.orElseThrow(), key);
  }

  private static Optional<Settlement> restore(
      Deliberation d, OverlayRevision current, OverlayRevision earlier, String key) {
    Optional<Reason> foreign = Writers.refusal(d, List.of(Authority.written(earlier)));
    if (foreign.isPresent()) {
      return Settlements.refused(foreign.orElseThrow());
    }
    if (d.isAsking()) {
      return Settlements.open();
    }
    World before = d.world();
    d.write(
        new OverlayDeclared(
            new OverlayRevision(
                earlier.definition(),
                current.number() + 1,
                new Origin.Applied(d.actor(), Authority.written(earlier).digest()),
                Optional.of(earlier.number()))));
    Optional<Reason> discord = Harmony.refusal(d, before);
    if (discord.isPresent()) {
      return Settlements.refused(discord.orElseThrow());
    }
    List<Placement> differing = differing(d.world()).toList();
    List<Placement> kept =
        differing.stream().filter(at -> Confirmation.isProtected(d, at.environment())).toList();
    List<Placement> sent = differing.stream().filter(at -> !kept.contains(at)).toList();
    Dispatch.all(d, sent.stream().flatMap(at -> shipment(d, at, key).stream()).toList());
    return Settlements.followed("reverted", sentence(earlier, sent, kept));
  }

  private static String sentence(
      OverlayRevision earlier, List<Placement> sent, List<Placement> kept) {
    return "overlay/%s is as in revision %d again.%s%s"
        .formatted(
            earlier.definition().name(),
            earlier.number(),
            sent.isEmpty() ? "" : " Sent to %s.".formatted(names(sent)),
            kept.isEmpty()
                ? ""
                : " Protected, and left to slipway deploy: %s.".formatted(names(kept)));
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
