package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.show.History;
import dev.slipway.http.show.Rollouts;
import dev.slipway.http.show.Shown;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Command.Settle.Verdict;
import dev.slipway.views.Page;
import dev.slipway.views.Query;
import dev.slipway.views.Tables;
import dev.slipway.views.row.DeliveryRow;
import dev.slipway.views.row.DeliveryState;
import dev.slipway.wire.ContainedShipment;
import dev.slipway.wire.ContinueRequest;
import dev.slipway.wire.DeliveryPage;
import dev.slipway.wire.Entry;
import dev.slipway.wire.ExcludeRequest;
import dev.slipway.wire.SettleRequest;
import java.util.List;
import java.util.Locale;

/** Deliveries of one placement. */
public final class Deliveries {

  private final Doors doors;
  private final Wishes wishes;

  public Deliveries(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  public Answer list(Call call) {
    Reading reading = new Reading(doors, call);
    String placement = reading.get(Tables.PLACEMENTS, Placements.placement(call).toString()).key();
    Query query =
        reading
            .asked()
            .where("placement", placement)
            .where("state", call.query("state", Deliveries::state));
    Page<DeliveryRow> page = reading.list(Tables.DELIVERIES, query);
    Shown shown = reading.shown();
    return Answer.ok(
        new DeliveryPage(
            page.rows().stream().map(row -> Rollouts.delivery(row, shown)).toList(),
            page.total(),
            Reading.next(page)));
  }

  private static String state(String text) {
    return DeliveryState.valueOf(text.toUpperCase(Locale.ROOT)).name().toLowerCase(Locale.ROOT);
  }

  public Answer get(Call call) {
    Reading reading = new Reading(doors, call);
    DeliveryRow row = reading.get(Tables.DELIVERIES, id(call).toString());
    Shown shown = reading.shown();
    List<Entry> timeline =
        new Timeline(reading)
            .ofDelivery(row).stream().map(entry -> History.entry(entry, shown)).toList();
    List<ContainedShipment> contains =
        reading.find(Tables.SHIPMENTS, row.delivery().shipment().value()).stream()
            .flatMap(shipment -> History.contained(shipment).stream())
            .toList();
    return Answer.ok(Rollouts.detail(row, contains, timeline, shown));
  }

  static DeliveryId id(Call call) {
    return call.path(
        "number", number -> new DeliveryId(Placements.placement(call), Integer.parseInt(number)));
  }

  public Answer settle(Call call) {
    DeliveryRow row = new Reading(doors, call).get(Tables.DELIVERIES, id(call).toString());
    SettleRequest asked = call.json(SettleRequest.class);
    Command.Settle command =
        Applications.valid(() ->
            new Command.Settle(row.id(), new TargetName(asked.target()), verdict(asked.verdict())));
    return wishes.carry(call, command, 202);
  }

  public Answer goOn(Call call) {
    DeliveryRow row = new Reading(doors, call).get(Tables.DELIVERIES, id(call).toString());
    ContinueRequest asked = call.json(ContinueRequest.class);
    return wishes.carry(call, new Command.Continue(row.id(), asked.step()), 202);
  }

  public Answer exclude(Call call) {
    DeliveryRow row = new Reading(doors, call).get(Tables.DELIVERIES, id(call).toString());
    ExcludeRequest asked = call.json(ExcludeRequest.class);
    Command.Exclude command =
        Applications.valid(() -> new Command.Exclude(row.id(), new TargetName(asked.target())));
    return wishes.carry(call, command, 202);
  }

  public Answer cancel(Call call) {
    DeliveryRow row = new Reading(doors, call).get(Tables.DELIVERIES, id(call).toString());
    return wishes.carry(call, new Command.Cancel(row.id()), 202);
  }

  private static Verdict verdict(dev.slipway.wire.Verdict verdict) {
    return switch (verdict) {
      case SUCCEEDED -> Verdict.SUCCEEDED;
      case FAILED -> Verdict.FAILED;
      case RERUN -> Verdict.RERUN;
    };
  }
}
