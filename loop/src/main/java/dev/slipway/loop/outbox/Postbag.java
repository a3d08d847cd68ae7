package dev.slipway.loop.outbox;

import dev.slipway.ledger.Outbox.Failure;
import dev.slipway.ledger.Outbox.Kept;
import dev.slipway.ledger.Outbox.Place;
import dev.slipway.loop.door.Notifications.Standing;
import dev.slipway.loop.door.Notifications.State;
import dev.slipway.loop.port.Scheduler.Cancellation;
import dev.slipway.model.Position;
import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.NotificationDefinition;
import dev.slipway.outlet.Dispatch.Sent;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What one receiver is owed, and how far it was told. All methods are called in the loop's turn.
 */
final class Postbag {

  private final Place place;
  private final NavigableMap<Position, Happening> owed = new TreeMap<>();
  private NotificationDefinition definition;
  private Kept kept;
  private int dropped;
  private Position droppedTo = Position.START;
  private int offers;

  /** Whether somebody sends, or asks for the right to. */
  boolean isBusy;

  /** Whether it is there no more. */
  boolean isGone;

  /** When it is looked at again. */
  private Optional<Wake> wake = Optional.empty();

  /** Whether all that happened since it was told last was looked at. */
  boolean isRecalled;

  /** Until when this process has it. */
  Instant heldUntil = Instant.EPOCH;

  /** How far another process had counted that has it. */
  Optional<Long> stood = Optional.empty();

  /** When it is tried again. */
  Instant notBefore = Instant.EPOCH;

  /** A look that is to come. */
  record Wake(Instant at, Cancellation cancellation) {}

  Postbag(Place place, NotificationDefinition definition, Kept kept) {
    this.place = place;
    this.definition = definition;
    this.kept = kept;
  }

  Place place() {
    return place;
  }

  NotificationDefinition definition() {
    return definition;
  }

  void redefine(NotificationDefinition changed) {
    definition = changed;
  }

  Kept kept() {
    return kept;
  }

  Collection<Happening> owed() {
    return Collections.unmodifiableCollection(owed.values());
  }

  /** How many messages were left out since the last one that was sent. */
  int leftOut() {
    return kept.leftOut() + dropped;
  }

  void owe(Happening happening) {
    if (!kept.holds(happening.position()) && happening.position().isAfter(droppedTo)) {
      owed.put(happening.position(), happening);
      if (owed.size() > Patience.OWED_MAX && !isBusy) {
        dropFirst();
      }
    }
  }

  /** Looks again at a time, unless it does so earlier; how is said by {@code later}. */
  void lookAt(Instant at, Function<Instant, Cancellation> later) {
    if (wake.filter(it -> !it.at().isAfter(at)).isPresent()) {
      return;
    }
    wake.ifPresent(it -> it.cancellation().cancel());
    wake = Optional.of(new Wake(at, later.apply(at)));
  }

  /** Nothing is to come any more. */
  void woke() {
    wake = Optional.empty();
  }

  /** Whether it is long ago that it was kept how far it was told, and nothing is owed. */
  boolean isSilent(Position seen, int entries) {
    return owed.isEmpty() && seen.value() - kept.upTo().value() >= entries;
  }

  /** What is older is told no more. */
  void leaveOut(Instant before) {
    while (!owed.isEmpty()
        && (owed.firstEntry().getValue().at().isBefore(before)
            || owed.size() > Patience.OWED_MAX)) {
      dropFirst();
    }
  }

  private void dropFirst() {
    droppedTo = owed.pollFirstEntry().getKey();
    dropped++;
  }

  /** Goes on from what another one, or this one before, has kept. */
  void goOnFrom(Kept found) {
    if (!droppedTo.isAfter(found.upTo())) {
      dropped = 0;
    }
    kept = found;
    owed.keySet().removeIf(found::holds);
  }

  /**
   * How far it is told once a message is over; of none, as if it had been told of everything.
   *
   * @param seen the last position of which all is known that is owed
   */
  Course course(List<Happening> message, Position seen) {
    TreeSet<Position> ahead = new TreeSet<>(kept.ahead());
    message.forEach(each -> ahead.add(each.position()));
    Position upTo =
        owed.keySet().stream()
            .filter(position -> !ahead.contains(position))
            .findFirst()
            .map(first -> new Position(first.value() - 1))
            .orElse(seen);
    ahead.removeIf(position -> !position.isAfter(upTo));
    return new Course(kept, leftOut(), offers, upTo, ahead);
  }

  /** Takes what became of a message; whether it is owed no more. */
  boolean became(Sent sent, Kept next) {
    boolean isOver = next.tries() == 0;
    offers = !isOver && sent instanceof Sent.Declined ? offers + 1 : 0;
    if (isOver) {
      dropped = 0;
    }
    kept = next;
    owed.keySet().removeIf(next::holds);
    return isOver;
  }

  Standing standing(Instant now) {
    State state =
        kept.failingSince().isPresent()
            ? kept.failingSince().orElseThrow().plus(Patience.DEAD_AFTER).isAfter(now)
                ? State.FAILING
                : State.DEAD
            : owed.isEmpty() ? State.IDLE : State.OWING;
    return new Standing(
        definition,
        state,
        owed.size(),
        leftOut(),
        kept.lastSent(),
        kept.failingSince(),
        kept.failure().map(Failure::at),
        kept.failure().map(Failure::because));
  }
}
