package dev.slipway.codec;

import static dev.slipway.codec.Samples.ALICE;
import static dev.slipway.codec.Samples.SHOP;
import static dev.slipway.codec.Samples.STAGING;

import dev.slipway.model.CampaignId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.command.CampaignWish;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.entry.CampaignHalted;
import dev.slipway.model.entry.CampaignResumed;
import dev.slipway.model.entry.CampaignStarted;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.state.Campaign;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is written of overlays that are sent to what they concern. */
final class CampaignSamples {

  private static final CampaignId CAMPAIGN = new CampaignId("c-0123456789abcdef");
  private static final OverlayName CAPS = new OverlayName("cost-caps");
  private static final EnvironmentName PRODUCTION = new EnvironmentName("production");
  private static final CampaignPace PACE =
      new CampaignPace(Optional.of(new Portion.Percent(25)), Optional.of(Duration.ofMinutes(10)));

  static final List<Entry> ENTRIES =
      List.of(
          new CampaignStarted(new Campaign(CAMPAIGN, CAPS, 4, PACE, List.of(PRODUCTION), ALICE)),
          new CampaignHalted(
              CAMPAIGN, new Placement(SHOP, STAGING), new Reason("broken", "No luck.")),
          new CampaignResumed(CAMPAIGN, ALICE, List.of(PRODUCTION)),
          new CampaignEnded(
              CAMPAIGN,
              CampaignEnded.End.STOPPED,
              3,
              new Reason("campaign-stopped", "Somebody stopped it: Too much memory.")));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "campaign-started-plainly",
          new CampaignStarted(
              new Campaign(CAMPAIGN, CAPS, 4, CampaignPace.STANDARD, List.of(), ALICE)),
          "command-received-campaign-start",
          wished(new CampaignWish.Start(CAPS, PACE, List.of(PRODUCTION))),
          "command-received-campaign-stop",
          wished(new CampaignWish.Stop(CAMPAIGN, Optional.of(new Remark("Too much memory.")))),
          "command-received-campaign-resume",
          wished(new CampaignWish.Resume(CAMPAIGN, List.of(PRODUCTION))),
          "overlay-declared-campaign",
          new OverlayDeclared(
              new Revision<>(
                  new OverlayDefinition(
                      CAPS,
                      new OwnerName("finance"),
                      new Reach(List.of(), List.of(), List.of(), new TreeMap<>()),
                      List.of(),
                      List.of(),
                      List.of(),
                      Optional.of(PACE)),
                  4,
                  new Origin.Applied(ALICE, Samples.DIGEST),
                  Optional.empty())),
          "shipment-made-campaign",
          new ShipmentMade(
              new Shipment(
                  Samples.SHIPMENT,
                  SHOP,
                  Samples.CHANGE,
                  Samples.DEFINITION,
                  List.of(STAGING),
                  new Shipment.MadeBy.Campaign(CAMPAIGN, ALICE, Optional.of(STAGING)),
                  false,
                  Samples.VARIABLES)));

  private CampaignSamples() {}

  private static Entry wished(CampaignWish wish) {
    return new CommandReceived(ALICE, "key 7", new Command.Campaigns(wish));
  }
}
