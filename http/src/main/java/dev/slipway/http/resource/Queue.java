package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.Shown;
import dev.slipway.http.show.Waiting;
import dev.slipway.loop.door.Explanations;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Remark;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Spot;
import dev.slipway.views.Page;
import dev.slipway.views.Query;
import dev.slipway.views.Tables;
import dev.slipway.views.row.DeliveryRow;
import dev.slipway.views.row.PlacementRow;
import dev.slipway.wire.MoveRequest;
import dev.slipway.wire.PassRequest;
import dev.slipway.wire.QueueItem;
import dev.slipway.wire.QueuePage;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What waits, and the order that people give it. */
public final class Queue {

  /** Queues are shown whole and cut into pages here; a longer one than this is cut off. */
  private static final int PLACEMENTS_MAX = 10_000;

  private final Doors doors;
  private final Wishes wishes;

  public Queue(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  public Answer list(Call call) {
    Reading reading = new Reading(doors, call);
    Shown shown = reading.shown();
    Query asked = reading.asked();
    Query whole = Placements.filtered(call, Query.first(PLACEMENTS_MAX));
    List<QueueItem> all =
        reading.list(Tables.PLACEMENTS, whole).rows().stream()
            .filter(row -> !row.queue().isEmpty())
            .flatMap(row -> Waiting.queue(row, whys(call, row), shown).stream())
            .toList();
    int from = Math.min(asked.after().map(Queue::index).orElse(0), all.size());
    int to = Math.min(all.size(), from + asked.limit());
    Page<QueueItem> page =
        new Page<>(
            all.subList(from, to),
            all.size(),
            to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
    return Answer.ok(new QueuePage(page.rows(), page.total(), Reading.next(page)));
  }

  private List<Explanations.Waiting> whys(Call call, PlacementRow row) {
    return doors.explanations().queue(call.organisation(), row.placement());
  }

  private static int index(String mark) {
    return mark.matches("[0-9]{1,6}") ? Integer.parseInt(mark) : 0;
  }

  public Answer move(Call call) {
    Placement placement = seen(call);
    Spot spot = spot(call.json(MoveRequest.class));
    ShipmentId shipment = call.path("shipment", ShipmentId::new);
    return wishes.carry(call, new Command.MoveQueued(placement, shipment, spot), 202);
  }

  private static Spot spot(MoveRequest asked) {
    if (asked.to().isPresent() == asked.before().isPresent()) {
      throw Refusal.badRequest("invalid-spot", "Say either to, or before.");
    }
    return asked
        .to()
        .<Spot>map(end ->
            switch (end) {
              case FIRST -> new Spot.First();
              case LAST -> new Spot.Last();
            })
        .orElseGet(() ->
            Applications.valid(
                () -> new Spot.Before(new ShipmentId(asked.before().orElseThrow()))));
  }

  public Answer remove(Call call) {
    Placement placement = seen(call);
    ShipmentId shipment = call.path("shipment", ShipmentId::new);
    return wishes.carry(call, new Command.RemoveQueued(placement, shipment), 202);
  }

  public Answer pass(Call call) {
    return carry(call, Command.PassLimit::new);
  }

  public Answer goOn(Call call) {
    return carry(call, Command.PassFailure::new);
  }

  private Answer carry(Call call, BiFunction<DeliveryId, Optional<Remark>, Command> wish) {
    DeliveryRow row =
        new Reading(doors, call).get(Tables.DELIVERIES, Deliveries.id(call).toString());
    PassRequest asked = call.json(PassRequest.class);
    Optional<Remark> because =
        asked.because().map(text -> Applications.valid(() -> new Remark(text)));
    return wishes.carry(call, wish.apply(row.id(), because), 202);
  }

  /** The placement of the path, where the caller may see it. */
  private Placement seen(Call call) {
    Placement placement = Placements.placement(call);
    new Reading(doors, call).get(Tables.PLACEMENTS, placement.toString());
    return placement;
  }
}
