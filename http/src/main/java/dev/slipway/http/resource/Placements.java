package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.show.Rollouts;
import dev.slipway.http.show.Shown;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.views.Page;
import dev.slipway.views.Query;
import dev.slipway.views.Tables;
import dev.slipway.views.row.DeliveryRow;
import dev.slipway.views.row.PlacementRow;
import dev.slipway.wire.PlacementPage;
import java.util.Optional;

/** What runs where. */
public final class Placements {

  private final Doors doors;

  public Placements(Doors doors) {
    this.doors = doors;
  }

  public Answer list(Call call) {
    Reading reading = new Reading(doors, call);
    Page<PlacementRow> page = reading.list(Tables.PLACEMENTS, filtered(call, reading.asked()));
    Shown shown = reading.shown();
    return Answer.ok(
        new PlacementPage(
            page.rows().stream().map(row -> placement(row, reading, shown)).toList(),
            page.total(),
            Reading.next(page)));
  }

  /**
   * Whether an environment is protected is told to whoever may see what is there, for it is asked
   * of them.
   */
  private dev.slipway.wire.Placement placement(PlacementRow row, Reading reading, Shown shown) {
    return Rollouts.placement(
        row,
        active(row, reading),
        reading.asksToConfirm(row.placement().environment()),
        isLeftOver(row, reading),
        shown);
  }

  /** Whether its application was removed, and anything of what is in force runs on. */
  private static boolean isLeftOver(PlacementRow row, Reading reading) {
    return row.inForce().isPresent() && isRemoved(row, reading);
  }

  /** Whether its application was removed, unless what is in force is that nothing runs. */
  static boolean isRemoved(PlacementRow row, Reading reading) {
    return !reading.exists(Tables.APPLICATIONS, row.placement().application().value())
        && row.inForce()
            .map(inForce -> new DeliveryId(row.placement(), inForce.number()))
            .flatMap(id -> reading.find(Tables.DELIVERIES, id.toString()))
            .filter(delivery -> !delivery.runsOn())
            .isEmpty();
  }

  static Query filtered(Call call, Query query) {
    return query
        .where(
            "application",
            call.query("application", ApplicationName::new).map(ApplicationName::value))
        .where(
            "environment",
            call.query("environment", EnvironmentName::new).map(EnvironmentName::value));
  }

  private static Optional<DeliveryRow> active(PlacementRow row, Reading reading) {
    return row.active()
        .map(number -> new DeliveryId(row.placement(), number))
        .flatMap(id -> reading.find(Tables.DELIVERIES, id.toString()));
  }

  public Answer get(Call call) {
    Reading reading = new Reading(doors, call);
    PlacementRow row = reading.get(Tables.PLACEMENTS, placement(call).toString());
    return Answer.ok(placement(row, reading, reading.shown()));
  }

  static Placement placement(Call call) {
    return new Placement(
        call.path("application", ApplicationName::new),
        call.path("environment", EnvironmentName::new));
  }
}
