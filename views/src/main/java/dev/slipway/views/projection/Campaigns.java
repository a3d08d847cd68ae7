package dev.slipway.views.projection;

import dev.slipway.model.CampaignId;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.entry.CampaignHalted;
import dev.slipway.model.entry.CampaignResumed;
import dev.slipway.model.entry.CampaignStarted;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.state.Shipment.MadeBy;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.CampaignRow;
import dev.slipway.views.row.DeliveryRow;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes of overlays that are sent, and what they come to. */
public final class Campaigns implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    switch (recorded.entry()) {
      case CampaignStarted it ->
          rows.put(
              Tables.CAMPAIGNS,
              CampaignRow.started(it.campaign(), recorded.position(), recorded.at()));
      case CampaignHalted it ->
          change(it.campaign(), rows, row -> row.halted(Optional.of(it.because())));
      case CampaignResumed it -> change(it.campaign(), rows, row -> row.halted(Optional.empty()));
      case CampaignEnded it -> change(it.campaign(), rows, row -> row.ended(it));
      case ShipmentMade it -> change(it.shipment().madeBy(), rows, CampaignRow::withSent);
      case RolloutSettled it ->
          rows.find(Tables.DELIVERIES, it.delivery().toString())
              .map(DeliveryRow::madeBy)
              .ifPresent(by -> change(by, rows, CampaignRow::withThrough));
      case Entry _ -> {}
    }
  }

  private static void change(MadeBy by, Rows rows, UnaryOperator<CampaignRow> how) {
    if (by instanceof MadeBy.Campaign made) {
      change(made.campaign(), rows, how);
    }
  }

  private static void change(CampaignId id, Rows rows, UnaryOperator<CampaignRow> how) {
    rows.find(Tables.CAMPAIGNS, id.value())
        .ifPresent(row -> rows.put(Tables.CAMPAIGNS, how.apply(row)));
  }
}
