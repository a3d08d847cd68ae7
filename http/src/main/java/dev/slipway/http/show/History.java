package dev.slipway.http.show;

import dev.slipway.views.row.EntryRow;
import dev.slipway.views.row.EvaluationRow;
import dev.slipway.views.row.EventRow;
import dev.slipway.views.row.ShipmentRow;
import dev.slipway.views.row.StopRow;
import dev.slipway.wire.Change;
import dev.slipway.wire.ContainedShipment;
import dev.slipway.wire.Entry;
import dev.slipway.wire.Evaluation;
import dev.slipway.wire.Event;
import dev.slipway.wire.EventKind;
import dev.slipway.wire.Settlement;
import dev.slipway.wire.Shipment;
import dev.slipway.wire.ShipmentState;
import dev.slipway.wire.Stop;
import dev.slipway.wire.StopState;
import java.util.List;

/** Events, shipments and entries. */
public final class History {

  private History() {}

  public static Event event(EventRow row) {
    return new Event(
        row.position().value(),
        row.at(),
        row.source().value(),
        EventKind.valueOf(row.kind().name()),
        row.summary(),
        row.body().value(),
        Settlement.valueOf(row.settled().name()),
        Shown.reason(row.because()));
  }

  public static Evaluation evaluation(EvaluationRow row) {
    return new Evaluation(
        row.position().value(),
        row.at(),
        row.application().value(),
        row.trigger().value(),
        row.matched(),
        Shown.reason(row.because()),
        row.shipment().map(it -> it.value()));
  }

  public static Entry entry(EntryRow row, Shown shown) {
    var subject = row.subject();
    return new Entry(
        row.position().value(),
        row.at(),
        row.type(),
        row.stream().toString(),
        shown.actor(row.actor()),
        row.cause().map(it -> it.value()),
        subject.application().map(it -> it.value()),
        subject.environment().map(it -> it.value()),
        subject.number(),
        subject.shipment().map(it -> it.value()),
        subject.target().map(it -> it.value()),
        shown.said(row.summary()),
        shown.told(row.because()));
  }

  public static Change change(EntryRow row) {
    var subject = row.subject();
    return new Change(
        row.position().value(),
        row.at(),
        row.type(),
        subject.application().map(it -> it.value()),
        subject.environment().map(it -> it.value()),
        subject.number(),
        subject.shipment().map(it -> it.value()),
        subject.target().map(it -> it.value()),
        row.summary());
  }

  public static Shipment shipment(ShipmentRow row, Shown shown) {
    return new Shipment(
        row.id().value(),
        row.application().value(),
        row.sha().value(),
        row.ref().map(it -> it.value()),
        ShipmentState.valueOf(row.state().name()),
        shown.madeBy(row.madeBy()),
        row.force(),
        row.parameters(),
        row.stops().stream().map(stop -> stop(stop, shown)).toList(),
        contained(row),
        row.at(),
        row.position().value(),
        row.event().map(it -> it.value()),
        row.set().map(it -> it.value()));
  }

  /** What went together with a shipment. */
  public static List<ContainedShipment> contained(ShipmentRow row) {
    return row.contains().stream()
        .map(one ->
            new ContainedShipment(
                one.shipment().value(), one.sha().value(), one.ref().map(it -> it.value())))
        .toList();
  }

  static Stop stop(StopRow row, Shown shown) {
    return new Stop(
        row.environment().value(),
        StopState.valueOf(row.state().name()),
        row.number(),
        shown.told(row.because()),
        row.supersededBy().map(it -> it.value()),
        row.since());
  }
}
