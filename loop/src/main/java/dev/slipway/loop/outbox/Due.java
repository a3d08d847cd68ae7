package dev.slipway.loop.outbox;

import dev.slipway.model.Placement;
import dev.slipway.model.notification.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which message is next. What happens to one change is told in its order; what is news for a moment
 * waits for what follows it shortly after, and goes before it when that cannot wait.
 */
sealed interface Due {

  /** How long it is waited for what follows. */
  Duration SHORTLY = Duration.ofSeconds(5);

  /** Nothing is owed. */
  record Never() implements Due {}

  record At(Instant at) implements Due {}

  /** These, in one message. */
  record Now(List<Happening> happenings) implements Due {}

  /** One change at one place. */
  record Change(Placement placement, String id) {
    static Change of(Happening happening) {
      return new Change(
          happening.placement(),
          happening
              .shipment()
              .map(shipment -> shipment.value())
              .orElseGet(() -> "#" + happening.number().orElse(0)));
    }
  }

  /**
   * What is next of all that is owed.
   *
   * @param owed in the order in which it happened
   */
  static Due of(Collection<Happening> owed, Instant now) {
    Map<Change, List<Happening>> changes = new LinkedHashMap<>();
    owed.forEach(
        each -> changes.computeIfAbsent(Change.of(each), _ -> new ArrayList<>()).add(each));
    Due next = new Never();
    for (List<Happening> change : changes.values()) {
      Due due = ofChange(change, now);
      if (due instanceof Now) {
        return due;
      }
      next = earlier(next, due);
    }
    return next;
  }

  private static Due ofChange(List<Happening> change, Instant now) {
    List<Happening> passing =
        change.stream().takeWhile(each -> each.occasion().isPassing()).toList();
    if (passing.isEmpty()) {
      return new Now(change.subList(0, 1));
    }
    Instant at = passing.getFirst().at().plus(SHORTLY);
    return passing.size() < change.size() || !at.isAfter(now) ? new Now(passing) : new At(at);
  }

  private static Due earlier(Due one, Due other) {
    return one instanceof At(Instant a) && other instanceof At(Instant b)
        ? new At(a.isBefore(b) ? a : b)
        : one instanceof Never ? other : one;
  }
}
