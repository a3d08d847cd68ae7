package dev.slipway.http.show;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.state.CampaignPlace;
import dev.slipway.views.row.CampaignRow;
import dev.slipway.views.row.ShipmentRow;
import dev.slipway.views.row.StopRow;
import dev.slipway.wire.Campaign;
import dev.slipway.wire.CampaignPace;
import dev.slipway.wire.CampaignStage;
import dev.slipway.wire.CampaignState;
import java.time.Duration;
import java.util.Optional;

/** Changes of overlays that are sent, and where they go. */
public final class Campaigning {

  private Campaigning() {}

  public static Campaign campaign(CampaignRow row, Shown shown) {
    dev.slipway.model.state.Campaign campaign = row.campaign();
    return new Campaign(
        campaign.id().value(),
        campaign.overlay().value(),
        campaign.revision(),
        state(row),
        pace(campaign.pace()),
        campaign.confirmed().stream().map(EnvironmentName::value).toList(),
        shown.actor(campaign.by()),
        row.sent(),
        row.through(),
        shown.told(row.because()),
        row.at(),
        row.position().value());
  }

  private static CampaignState state(CampaignRow row) {
    return row.end()
        .map(end -> CampaignState.valueOf(end.name()))
        .orElseGet(() -> row.because().isPresent() ? CampaignState.HALTED : CampaignState.RUNNING);
  }

  static CampaignPace pace(dev.slipway.model.layer.CampaignPace pace) {
    return new CampaignPace(
        pace.atOnce().map(Portion::written), pace.every().map(Duration::toSeconds));
  }

  /** Where it is or goes, as things are. */
  public static dev.slipway.wire.CampaignPlace place(CampaignPlace place) {
    return new dev.slipway.wire.CampaignPlace(
        place.at().application().value(),
        place.at().environment().value(),
        CampaignStage.valueOf(place.stage().name()),
        place.shipment().map(it -> it.value()),
        Shown.reason(place.because()));
  }

  /** Where one that has ended sent a shipment. */
  public static dev.slipway.wire.CampaignPlace place(ShipmentRow row) {
    StopRow stop = row.stops().getFirst();
    return new dev.slipway.wire.CampaignPlace(
        row.application().value(),
        stop.environment().value(),
        stage(stop),
        Optional.of(row.id().value()),
        Shown.reason(stop.because()));
  }

  private static CampaignStage stage(StopRow stop) {
    return switch (stop.state()) {
      case ARRIVED -> CampaignStage.THROUGH;
      case AHEAD, QUEUED, DELIVERING -> CampaignStage.UNDER_WAY;
      case FAILED, SUPERSEDED, STOPPED -> CampaignStage.ENDED;
    };
  }
}
