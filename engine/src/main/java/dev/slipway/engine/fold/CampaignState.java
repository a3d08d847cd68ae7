package dev.slipway.engine.fold;

import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.entry.CampaignResumed;
import dev.slipway.model.state.Campaign;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * A campaign, and what became of its shipments. To which places it still has to go is not kept: it
 * is where other values are in force than the documents give.
 *
 * @param confirmed the protected environments that were named, and by whom
 * @param legs its shipments by where they lead, as long as it is open; the last one of each place
 * @param starts how many shipments it made
 * @param lastStart when it made the last one
 * @param trouble what came to a bad end first, since somebody said last that it goes on
 * @param halted whether it is written that it starts nothing
 */
public record CampaignState(
    Campaign campaign,
    PSortedMap<EnvironmentName, ActorId> confirmed,
    PSortedMap<Placement, Leg> legs,
    int starts,
    Optional<Instant> lastStart,
    Optional<Trouble> trouble,
    boolean halted,
    Optional<CampaignEnded.End> end) {

  /** One shipment of it. */
  public record Leg(ShipmentId shipment, boolean isThrough) {}

  /** What came to a bad end, and where. */
  public record Trouble(Placement at, Reason because) {}

  /** One that has sent nothing yet. */
  public static CampaignState started(Campaign campaign) {
    PSortedMap<EnvironmentName, ActorId> named = TreePMap.empty();
    for (EnvironmentName environment : campaign.confirmed()) {
      named = named.plus(environment, campaign.by());
    }
    return new CampaignState(
        campaign,
        named,
        TreePMap.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** How many of its shipments are under way. */
  public int underWay() {
    return legs.size() - through();
  }

  /** At how many places its shipments have come through. */
  public int through() {
    return (int) legs.values().stream().filter(Leg::isThrough).count();
  }

  /** The same without one place, for it has to go there again. */
  public int throughBut(Placement place) {
    return Optional.ofNullable(legs.get(place)).filter(Leg::isThrough).isPresent()
        ? through() - 1
        : through();
  }

  CampaignState sent(Placement place, ShipmentId shipment, Instant at) {
    return new CampaignState(
        campaign,
        confirmed,
        legs.plus(place, new Leg(shipment, false)),
        starts + 1,
        Optional.of(at),
        trouble,
        halted,
        end);
  }

  CampaignState cameThrough(Placement place, ShipmentId shipment) {
    return legs(legs.plus(place, new Leg(shipment, true)));
  }

  /** Its shipment is not under way any more, and something else brings what it was to bring. */
  CampaignState passed(Placement place) {
    return legs(legs.minus(place));
  }

  private CampaignState legs(PSortedMap<Placement, Leg> changed) {
    return new CampaignState(campaign, confirmed, changed, starts, lastStart, trouble, halted, end);
  }

  CampaignState troubled(Placement place, Reason because) {
    return new CampaignState(
        campaign,
        confirmed,
        legs,
        starts,
        lastStart,
        trouble.or(() -> Optional.of(new Trouble(place, because))),
        halted,
        end);
  }

  CampaignState halted(boolean now) {
    return new CampaignState(
        campaign, confirmed, legs, starts, lastStart, now ? trouble : Optional.empty(), now, end);
  }

  CampaignState resumed(CampaignResumed entry) {
    PSortedMap<EnvironmentName, ActorId> named = confirmed;
    for (EnvironmentName environment : entry.confirmed()) {
      named = named.plus(environment, entry.by());
    }
    return new CampaignState(campaign, named, legs, starts, lastStart, trouble, halted, end)
        .halted(false);
  }

  CampaignState ended(CampaignEnded.End as) {
    return new CampaignState(
        campaign, confirmed, TreePMap.empty(), starts, lastStart, trouble, halted, Optional.of(as));
  }
}
