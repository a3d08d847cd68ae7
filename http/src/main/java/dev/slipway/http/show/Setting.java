package dev.slipway.http.show;

import dev.slipway.model.ShipmentId;
import dev.slipway.model.state.SetOffer;
import dev.slipway.model.state.Skip;
import dev.slipway.views.row.SetRow;
import dev.slipway.views.row.ShipmentRow;
import dev.slipway.wire.OnFailure;
import dev.slipway.wire.SetMember;
import dev.slipway.wire.SetRollback;
import dev.slipway.wire.SetRollbackPart;
import dev.slipway.wire.SetRollbackVerdict;
import dev.slipway.wire.SetState;
import dev.slipway.wire.ShipSet;
import java.util.Optional;
import java.util.function.Function;

/** Sets, and what taking one back would do. */
public final class Setting {

  private Setting() {}

  /** A set with its shipments, as far as they may be seen. */
  public static ShipSet set(
      SetRow row, Shown shown, Function<ShipmentId, Optional<ShipmentRow>> shipments) {
    return new ShipSet(
        row.id().value(),
        row.end().map(end -> SetState.valueOf(end.name())).orElse(SetState.TRAVELLING),
        row.travel().stream().map(stop -> stop.value()).toList(),
        row.members().stream()
            .flatMap(one ->
                shipments
                    .apply(one.shipment())
                    .map(shipment ->
                        new SetMember(
                            one.application().value(),
                            one.shipment().value(),
                            one.after().stream().map(name -> name.value()).toList(),
                            shipment.sha().value(),
                            shipment.stops().stream()
                                .map(stop -> History.stop(stop, shown))
                                .toList()))
                    .stream())
            .toList(),
        OnFailure.valueOf(row.onFailure().name()),
        shown.actor(row.by()),
        row.undoes().map(it -> it.value()),
        shown.told(row.because()),
        row.at(),
        row.position().value());
  }

  public static SetRollback offer(SetOffer offer) {
    return new SetRollback(
        offer.because().isEmpty(),
        Shown.reason(offer.because()),
        offer.parts().stream().map(Setting::part).toList());
  }

  private static SetRollbackPart part(SetOffer.Part part) {
    return new SetRollbackPart(
        part.at().application().value(),
        part.at().environment().value(),
        part.to().isPresent()
            ? SetRollbackVerdict.BACK
            : part.stuck() ? SetRollbackVerdict.STUCK : SetRollbackVerdict.UNTOUCHED,
        part.to().map(Skip::number),
        part.to().map(skip -> skip.sha().value()),
        Shown.reason(part.because()));
  }
}
