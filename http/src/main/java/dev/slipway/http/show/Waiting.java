package dev.slipway.http.show;

import dev.slipway.loop.door.Explanations;
import dev.slipway.views.row.PlacementRow;
import dev.slipway.wire.QueueItem;
import dev.slipway.wire.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What waits in queues. */
public final class Waiting {

  /** What left its queue between two looks. */
  private static final Reason LEAVING =
      new Reason("about-to-start", "It is leaving the queue at this moment.");

  private Waiting() {}

  /** Everything that waits at a placement, in its order, each with why. */
  public static List<QueueItem> queue(
      PlacementRow row, List<Explanations.Waiting> whys, Shown shown) {
    Map<String, Explanations.Waiting> known =
        whys.stream().collect(Collectors.toMap(why -> why.shipment().value(), Function.identity()));
    List<QueueItem> items = new ArrayList<>();
    for (PlacementRow.Queued queued : row.queue()) {
      Optional<Explanations.Waiting> why =
          Optional.ofNullable(known.get(queued.shipment().value()));
      items.add(
          new QueueItem(
              row.placement().application().value(),
              row.placement().environment().value(),
              items.size() + 1,
              queued.shipment().value(),
              queued.sha().value(),
              queued.ref().map(it -> it.value()),
              shown.madeBy(queued.madeBy()),
              why.map(it -> because(row, it.because(), shown)).orElse(LEAVING),
              why.flatMap(Explanations.Waiting::wayOut),
              why.flatMap(Explanations.Waiting::notBefore),
              queued.since()));
    }
    return items;
  }

  /** Who paused is called by name; the ledger knows an id only. */
  private static Reason because(PlacementRow at, dev.slipway.model.Reason because, Shown shown) {
    return at.pause()
        .filter(_ -> because.code().equals("paused"))
        .map(pause ->
            new Reason(
                "paused",
                "%s paused %s: %s"
                    .formatted(shown.name(pause.by()), at.placement(), pause.because())))
        .orElseGet(() -> shown.told(because));
  }
}
