package dev.slipway.model.state;

import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.CampaignId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Position;
import dev.slipway.model.SetId;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TriggerName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.guardrail.Permit;
import dev.slipway.model.layer.Inputs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An immutable changeset of an application with a part of the route to travel. Everything it will
 * use is pinned here.
 *
 * @param definition the application's definition at the moment the shipment was made
 * @param travel the environments it goes to, in order; never empty
 * @param notBefore when it may start at the earliest; absent when at once
 * @param inputs the revisions of documents that it was made from; absent where that was not written
 *     down yet, and of a rollback, which makes nothing anew
 * @param set with which others it is delivered as one; absent when it goes alone
 * @param secrets what its parameters of type secret are, at each environment that it goes to;
 *     absent when it has none
 */
public record Shipment(
    ShipmentId id,
    ApplicationName application,
    Change change,
    ApplicationDefinition definition,
    List<EnvironmentName> travel,
    MadeBy madeBy,
    boolean force,
    SortedMap<String, String> parameters,
    Optional<Instant> notBefore,
    Optional<Inputs> inputs,
    Optional<SetId> set,
    Optional<List<PinnedSecret>> secrets) {

  public Shipment {
    travel = List.copyOf(travel);
    secrets = secrets.map(List::copyOf);
  }

  /** One that starts as soon as it is its turn. */
  public Shipment(
      ShipmentId id,
      ApplicationName application,
      Change change,
      ApplicationDefinition definition,
      List<EnvironmentName> travel,
      MadeBy madeBy,
      boolean force,
      SortedMap<String, String> parameters) {
    this(
        id,
        application,
        change,
        definition,
        travel,
        madeBy,
        force,
        parameters,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** One whose documents were not written down. */
  public Shipment(
      ShipmentId id,
      ApplicationName application,
      Change change,
      ApplicationDefinition definition,
      List<EnvironmentName> travel,
      MadeBy madeBy,
      boolean force,
      SortedMap<String, String> parameters,
      Optional<Instant> notBefore) {
    this(
        id,
        application,
        change,
        definition,
        travel,
        madeBy,
        force,
        parameters,
        notBefore,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same, made from these documents. */
  public Shipment from(Inputs documents) {
    return new Shipment(
        id,
        application,
        change,
        definition,
        travel,
        madeBy,
        force,
        parameters,
        notBefore,
        Optional.of(documents),
        set,
        secrets);
  }

  /** The same, delivered as one with others. */
  public Shipment within(SetId these) {
    return new Shipment(
        id,
        application,
        change,
        definition,
        travel,
        madeBy,
        force,
        parameters,
        notBefore,
        inputs,
        Optional.of(these),
        secrets);
  }

  /** The same, whose parameters say these secrets. */
  public Shipment with(List<PinnedSecret> pinned) {
    return new Shipment(
        id,
        application,
        change,
        definition,
        travel,
        madeBy,
        force,
        parameters,
        notBefore,
        inputs,
        set,
        Optional.of(pinned).filter(some -> !some.isEmpty()));
  }

  /**
   * Whether the newest supersedes it while it waits (automatic) or it runs in its turn (requested).
   */
  public sealed interface MadeBy {

    record Trigger(TriggerName trigger) implements MadeBy {}

    /**
     * A person wished it.
     *
     * @param confirmed the environment that its person named once more
     */
    record Request(ActorId actor, Optional<EnvironmentName> confirmed) implements MadeBy {}

    /**
     * An environment joined a group on the route, and is to have what another one has.
     *
     * @param like the delivery that is in force there
     * @param made where what brought it there was made; it counts as no newer than that
     */
    record Joining(DeliveryId like, Position made) implements MadeBy {}

    /**
     * A campaign brings what the documents say now to the commit that is in force; it is never
     * newer than what came there otherwise.
     *
     * @param actor on whose word
     * @param confirmed the environment that its person named once more
     */
    record Campaign(CampaignId campaign, ActorId actor, Optional<EnvironmentName> confirmed)
        implements MadeBy {}

    /**
     * An earlier delivery is to hold again.
     *
     * @param to its number
     * @param skips what it goes back behind, the newest first
     * @param automatic whether a failure asked for it, and not a person
     * @param permit the locks that its person lets it pass
     * @param confirmed the environment that its person named once more
     */
    record Rollback(
        ActorId actor,
        int to,
        List<Skip> skips,
        boolean automatic,
        Optional<Permit> permit,
        Optional<EnvironmentName> confirmed)
        implements MadeBy {
      public Rollback {
        skips = List.copyOf(skips);
      }
    }
  }
}
