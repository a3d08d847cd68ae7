package dev.slipway.views.projection;

import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.EntryRow;
import dev.slipway.views.row.ShipmentRow;
import dev.slipway.views.row.Subject;

/** Every entry in short. */
public final class Entries implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    rows.put(
        Tables.ENTRIES,
        new EntryRow(
            recorded.position(),
            recorded.at(),
            recorded.entry().getClass().getSimpleName(),
            recorded.stream(),
            recorded.actor(),
            recorded.cause(),
            subject(recorded, rows),
            Sentences.of(recorded.entry()),
            Reasons.of(recorded.entry())));
  }

  /** A report names its order only, and a stop its shipment only; the rest is looked up. */
  private static Subject subject(Recorded recorded, Rows rows) {
    Subject named = Subjects.of(recorded.entry());
    return switch (recorded.entry()) {
      case ReportReceived received ->
          Members.delivery(received.report().fence().position(), rows)
              .map(delivery -> named.withNumber(delivery.number()))
              .orElse(named);
      case ShipmentStopped stopped ->
          rows.find(Tables.SHIPMENTS, stopped.shipment().value())
              .map(ShipmentRow::application)
              .map(named::withApplication)
              .orElse(named);
      default -> named;
    };
  }
}
