package dev.slipway.engine.rollback;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.guardrail.Together;
import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.SetId;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ApplicationGuardrails;
import dev.slipway.model.entry.InputsHeld;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.guardrail.Permit;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Hold;
import dev.slipway.model.state.Shipment;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sends an earlier delivery on its way again. It goes before all that waits, and whoever is at the
 * head without an order gives way. What is left is held from then on.
 */
public final class Return {

  /** How many commits a hold names; what is older is among what these descend from. */
  private static final int COMMITS_MAX = 10;

  private Return() {}

  /** Who sends it. */
  public record Sender(
      ShipmentId id,
      ActorId by,
      boolean automatic,
      Optional<Permit> permit,
      Optional<EnvironmentName> confirmed,
      Optional<SetId> set) {

    /** Who sends it alone. */
    public Sender(
        ShipmentId id,
        ActorId by,
        boolean automatic,
        Optional<Permit> permit,
        Optional<EnvironmentName> confirmed) {
      this(id, by, automatic, permit, confirmed, Optional.empty());
    }
  }

  /** Writes the shipment of a rollback, and the hold that it leaves. */
  public static void send(
      Deliberation d, Placement placement, Choice.Possible choice, Sender sender) {
    Delivery to = choice.to();
    Optional<ApplicationDefinition> definition =
        d.application(placement.application())
            .map(ApplicationState::definition)
            .map(inForce -> inForce.with(rules(d, placement, inForce)));
    if (definition.isEmpty()) {
      return;
    }
    d.write(new InputsHeld(placement, hold(choice, sender)));
    Shipment alone =
        new Shipment(
            sender.id(),
            placement.application(),
            to.change(),
            definition.orElseThrow(),
            List.of(placement.environment()),
            new Shipment.MadeBy.Rollback(
                sender.by(),
                to.id().number(),
                choice.skips(),
                sender.automatic(),
                sender.permit(),
                sender.confirmed()),
            false,
            Collections.unmodifiableSortedMap(new TreeMap<>()));
    d.write(new ShipmentMade(sender.set().map(alone::within).orElse(alone)));
    d.write(new ShipmentQueued(placement, sender.id()));
    d.placement(placement)
        .active()
        .filter(RolloutState::isWaiting)
        .map(head -> head.delivery().shipment())
        .ifPresent(head -> d.write(new ShipmentSuperseded(placement, head, sender.id())));
  }

  /** The way back sheds no rule of what it takes back. */
  private static Optional<List<ApplicationGuardrails>> rules(
      Deliberation d, Placement placement, ApplicationDefinition definition) {
    return Together.of(
        definition.guardrails(),
        d.placement(placement)
            .inForce()
            .flatMap(PlacementState.InForce::shipment)
            .flatMap(brought -> brought.shipment().definition().spelledOut()));
  }

  private static Hold hold(Choice.Possible choice, Sender sender) {
    Delivery to = choice.to();
    List<Sha> commits =
        choice.left().stream()
            .map(delivery -> delivery.change().sha())
            .filter(sha -> !sha.equals(to.change().sha()))
            .distinct()
            .limit(COMMITS_MAX)
            .toList();
    List<Digest> artifacts =
        choice.left().stream()
            .map(delivery -> delivery.change().artifact().digest())
            .filter(digest -> !digest.equals(to.change().artifact().digest()))
            .distinct()
            .limit(COMMITS_MAX)
            .toList();
    List<Digest> contents =
        choice.left().stream()
            .map(Delivery::hash)
            .filter(hash -> !hash.equals(to.hash()))
            .distinct()
            .limit(COMMITS_MAX)
            .toList();
    return new Hold(sender.id(), commits, artifacts, contents, !sender.automatic());
  }
}
