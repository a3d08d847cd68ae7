package dev.slipway.views.projection;

import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.entry.HeadGone;
import dev.slipway.model.entry.HeadMoved;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.event.Event;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.EventRow;
import dev.slipway.views.row.EventRow.Kind;
import dev.slipway.views.row.EventRow.Settled;
import java.util.Optional;

/** Events and how they were settled. */
public final class Events implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    if (recorded.entry() instanceof EventReceived received) {
      rows.put(
          Tables.EVENTS,
          new EventRow(
              recorded.position(),
              recorded.at(),
              received.source(),
              kind(received.event()),
              Sentences.of(received),
              received.body(),
              Settled.PENDING,
              Optional.empty(),
              Optional.empty()));
    } else if (recorded.entry() instanceof CauseSettled settled) {
      rows.find(Tables.EVENTS, settled.received().toString())
          .ifPresent(event ->
              rows.put(
                  Tables.EVENTS,
                  event.settled(how(settled.settlement()), settled.settlement().because())));
    } else if (recorded.entry() instanceof HeadMoved moved) {
      moved(recorded, rows, Optional.of(new EventRow.Head(moved.ref(), moved.sha())));
    } else if (recorded.entry() instanceof HeadGone) {
      moved(recorded, rows, Optional.empty());
    }
  }

  private static void moved(Recorded recorded, Rows rows, Optional<EventRow.Head> head) {
    recorded
        .cause()
        .flatMap(cause -> rows.find(Tables.EVENTS, cause.toString()))
        .ifPresent(event -> rows.put(Tables.EVENTS, event.moved(head)));
  }

  private static Kind kind(Event event) {
    return switch (event) {
      case Event.RefsHinted hinted -> Kind.REFS_HINTED;
      case Event.ChecksHinted hinted -> Kind.CHECKS_HINTED;
      case Event.ImagesHinted hinted -> Kind.IMAGES_HINTED;
      case Event.Announced announced -> Kind.ANNOUNCED;
      case Event.Ignored ignored -> Kind.IGNORED;
    };
  }

  private static Settled how(Settlement settlement) {
    return switch (settlement) {
      case Settlement.Followed followed -> Settled.FOLLOWED;
      case Settlement.NothingFollows nothing -> Settled.NOTHING_FOLLOWS;
      case Settlement.Refused refused -> Settled.REFUSED;
    };
  }
}
