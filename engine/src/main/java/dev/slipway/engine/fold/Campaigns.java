package dev.slipway.engine.fold;

import dev.slipway.model.CampaignId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.OverlayName;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.entry.CampaignHalted;
import dev.slipway.model.entry.CampaignResumed;
import dev.slipway.model.entry.CampaignStarted;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.ShipmentHeld;
import dev.slipway.model.entry.ShipmentJoined;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.state.Campaign;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Changes of shared documents that are sent to what they concern.
 *
 * @param order the oldest first; of those that ended, more than {@value #ENDED_MAX} are forgotten
 */
public record Campaigns(PMap<CampaignId, CampaignState> all, PVector<CampaignId> order) {

  public static final int ENDED_MAX = 200;

  /** The code of the reason when nobody can say yet whether something is kept away. */
  private static final String HELD_UNKNOWN = "held-unknown";

  static final Campaigns NONE = new Campaigns(HashTreePMap.empty(), TreePVector.empty());

  public Optional<CampaignState> of(CampaignId id) {
    return Optional.ofNullable(all.get(id));
  }

  /** Those that have not ended, the oldest first; of each overlay there is one at most. */
  public List<CampaignState> open() {
    return order.stream()
        .flatMap(id -> of(id).stream())
        .filter(campaign -> campaign.end().isEmpty())
        .toList();
  }

  /** The one of an overlay that has not ended. */
  public Optional<CampaignState> open(OverlayName overlay) {
    return open().stream().filter(open -> open.campaign().overlay().equals(overlay)).findFirst();
  }

  /** What an entry means to campaigns, in a world that it was folded into otherwise. */
  static World fold(World before, World after, Recorded recorded) {
    Campaigns campaigns = before.campaigns();
    Campaigns changed = campaigns.with(recorded, before.deliveries());
    return changed.equals(campaigns) ? after : with(after, changed);
  }

  private static World with(World world, Campaigns campaigns) {
    Deliveries all = world.deliveries();
    return world.deliveries(
        new Deliveries(all.shipments().with(campaigns), all.placements(), all.slots()));
  }

  /** After one more entry, which found the deliveries as they were before it. */
  private Campaigns with(Recorded recorded, Deliveries before) {
    return switch (recorded.entry()) {
      case CampaignStarted it -> plus(it.campaign());
      case CampaignHalted it ->
          change(it.campaign(), state -> state.troubled(it.at(), it.because()).halted(true));
      case CampaignResumed it -> change(it.campaign(), state -> state.resumed(it));
      case CampaignEnded it -> change(it.campaign(), state -> state.ended(it.end())).bounded();
      case ShipmentMade it ->
          campaign(it.shipment())
              .map(id ->
                  change(
                      id,
                      state -> state.sent(place(it.shipment()), it.shipment().id(), recorded.at())))
              .orElse(this);
      case RolloutSettled it -> settled(it.delivery(), before);
      case ShipmentSuperseded it ->
          of(it.shipment(), before, (state, place) -> state.passed(place));
      case ShipmentJoined it -> of(it.shipment(), before, (state, place) -> state.passed(place));
      case ShipmentStopped it ->
          of(
              it.shipment(),
              before,
              (state, place) -> state.passed(place).troubled(place, it.because()));
      case ShipmentHeld it when !it.because().code().equals(HELD_UNKNOWN) ->
          of(it.shipment(), before, (state, place) -> state.troubled(place, it.because()));
      case Entry _ -> this;
    };
  }

  private Campaigns plus(Campaign campaign) {
    return new Campaigns(
        all.plus(campaign.id(), CampaignState.started(campaign)), order.plus(campaign.id()));
  }

  private Campaigns settled(DeliveryId id, Deliveries before) {
    return before
        .placement(id.placement())
        .of(id)
        .map(rollout -> rollout.delivery().shipment())
        .map(shipment -> of(shipment, before, (state, place) -> state.cameThrough(place, shipment)))
        .orElse(this);
  }

  /** A change of the state of one of them, by something that happened at one of its places. */
  private interface Happening {
    CampaignState to(CampaignState state, Placement place);
  }

  private Campaigns of(ShipmentId id, Deliveries before, Happening happening) {
    return before
        .shipments()
        .travelling(id)
        .map(ShipmentState::shipment)
        .flatMap(shipment ->
            campaign(shipment)
                .map(campaign -> change(campaign, state -> happening.to(state, place(shipment)))))
        .orElse(this);
  }

  private static Optional<CampaignId> campaign(Shipment shipment) {
    return shipment.madeBy() instanceof Shipment.MadeBy.Campaign made
        ? Optional.of(made.campaign())
        : Optional.empty();
  }

  private static Placement place(Shipment shipment) {
    return new Placement(shipment.application(), shipment.travel().getFirst());
  }

  /** Of one that has ended nothing is kept any more. */
  private Campaigns change(CampaignId id, UnaryOperator<CampaignState> how) {
    return of(id)
        .filter(state -> state.end().isEmpty())
        .map(state -> new Campaigns(all.plus(id, how.apply(state)), order))
        .orElse(this);
  }

  private Campaigns bounded() {
    List<CampaignId> ended =
        order.stream().filter(id -> of(id).flatMap(CampaignState::end).isPresent()).toList();
    return ended.size() <= ENDED_MAX
        ? this
        : new Campaigns(all.minus(ended.getFirst()), order.minus(ended.getFirst()));
  }
}
