package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.show.History;
import dev.slipway.http.show.Shown;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.Command;
import dev.slipway.views.Page;
import dev.slipway.views.Query;
import dev.slipway.views.Tables;
import dev.slipway.views.row.ShipmentRow;
import dev.slipway.wire.ShipmentPage;
import java.util.Locale;

/** Shipments. */
public final class Shipments {

  private final Doors doors;
  private final Wishes wishes;

  public Shipments(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  public Answer list(Call call) {
    Reading reading = new Reading(doors, call);
    Query query =
        reading
            .asked()
            .where(
                "application",
                call.query("application", ApplicationName::new).map(ApplicationName::value))
            .where("state", call.query("state", Shipments::state));
    Page<ShipmentRow> page = reading.list(Tables.SHIPMENTS, query);
    Shown shown = reading.shown();
    return Answer.ok(
        new ShipmentPage(
            page.rows().stream().map(row -> History.shipment(row, shown)).toList(),
            page.total(),
            Reading.next(page)));
  }

  private static String state(String text) {
    return ShipmentRow.State.valueOf(text.toUpperCase(Locale.ROOT)).name().toLowerCase(Locale.ROOT);
  }

  public Answer get(Call call) {
    Reading reading = new Reading(doors, call);
    ShipmentRow row = reading.get(Tables.SHIPMENTS, call.path("shipment", ShipmentId::new).value());
    return Answer.ok(History.shipment(row, reading.shown()));
  }

  public Answer cancel(Call call) {
    ShipmentRow row =
        new Reading(doors, call)
            .get(Tables.SHIPMENTS, call.path("shipment", ShipmentId::new).value());
    return wishes.carry(call, new Command.CancelShipment(row.id()), 202);
  }
}
