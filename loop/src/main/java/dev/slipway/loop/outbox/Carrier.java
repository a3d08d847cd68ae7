package dev.slipway.loop.outbox;

import dev.slipway.codec.Digests;
import dev.slipway.ledger.Outbox;
import dev.slipway.ledger.Outbox.Kept;
import dev.slipway.ledger.Outbox.Place;
import dev.slipway.loop.Ports;
import dev.slipway.loop.Stores;
import dev.slipway.loop.keeper.Worlds;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.loop.port.Workers;
import dev.slipway.model.notification.Happening;
import dev.slipway.model.notification.Receiver;
import dev.slipway.outlet.Dispatch;
import dev.slipway.outlet.Dispatch.Sent;
import dev.slipway.outlet.Telling;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Sends what is due, one message of a receiver after the other, each receiver in a lane of its own.
 * Of several processes the one that has a receiver sends; what it sent is kept before anything else
 * is, so that whoever comes next repeats at most that one message. All methods are called in the
 * loop's turn.
 */
final class Carrier {

  /** How long a process has a receiver without keeping anything of it. */
  static final Duration LEASE = Duration.ofSeconds(60);

  /** A message is begun only while it is certain that it ends before the process has it no more. */
  private static final Duration MARGIN = Duration.ofSeconds(45);

  /** After how many entries it is kept that nothing is owed, so that no start reads more. */
  private static final int SILENT_MAX = 1000;

  private final Outbox outbox;
  private final Worlds worlds;
  private final Dispatch dispatch;
  private final Workers workers;
  private final Scheduler scheduler;
  private final InstantSource time;
  private final RandomGenerator random;
  private final String process;

  /**
   * Made once.
   *
   * @param process a name that no other process of the ledger has
   */
  Carrier(Stores stores, Worlds worlds, Ports ports, InstantSource time, String process) {
    outbox = stores.outbox();
    this.worlds = worlds;
    dispatch = ports.dispatch();
    workers = ports.workers();
    scheduler = ports.scheduler();
    this.time = time;
    random = ports.random();
    this.process = process;
  }

  /** Sends what is due, or looks again when something is. */
  void look(Postbag bag) {
    look(bag, Instant.MIN);
  }

  /** It is that late at least, whatever a clock says that was set back meanwhile. */
  private void look(Postbag bag, Instant atLeast) {
    if (bag.isBusy || !bag.isRecalled || bag.isGone) {
      return;
    }
    Instant told = time.instant();
    Instant now = told.isBefore(atLeast) ? atLeast : told;
    bag.leaveOut(now.minus(Patience.KEPT));
    switch (Due.of(bag.owed(), now)) {
      case Due.Never _ -> keepSilence(bag);
      case Due.At(Instant at) -> lookAt(bag, at);
      case Due.Now _ when now.isBefore(bag.notBefore) -> lookAt(bag, bag.notBefore);
      case Due.Now _ when bag.heldUntil.isBefore(now.plus(MARGIN)) -> claim(bag, now);
      case Due.Now(List<Happening> message) -> send(bag, message);
    }
  }

  private void lookAt(Postbag bag, Instant at) {
    Instant now = time.instant();
    bag.lookAt(at, then -> scheduler.after(Duration.between(now, then), () -> woken(bag, then)));
  }

  private void woken(Postbag bag, Instant at) {
    bag.woke();
    look(bag, at);
  }

  /** Where nothing was owed for long, that is kept. */
  void keepSilence(Postbag bag) {
    Instant now = time.instant();
    if (bag.isBusy
        || !bag.isRecalled
        || bag.isGone
        || now.isBefore(bag.notBefore)
        || !bag.isSilent(worlds.position(), SILENT_MAX)) {
      return;
    }
    if (bag.heldUntil.isBefore(now.plus(MARGIN))) {
      claim(bag, now);
      return;
    }
    bag.isBusy = true;
    Kept silent = bag.course(List.of(), worlds.position()).silent();
    workers.execute(
        lane(bag.place()),
        () -> {
          boolean ours = outbox.keep(bag.place(), silent, process);
          scheduler.execute(() -> {
            bag.isBusy = false;
            bag.heldUntil = ours ? now.plus(LEASE) : Instant.EPOCH;
            if (ours) {
              bag.goOnFrom(silent);
            }
            look(bag);
          });
        });
  }

  private void claim(Postbag bag, Instant now) {
    bag.isBusy = true;
    Kept fresh = bag.kept();
    Optional<Long> stood = bag.stood;
    workers.execute(
        lane(bag.place()),
        () -> {
          Outbox.Claim claim = outbox.claim(bag.place(), fresh, process, stood);
          scheduler.execute(() -> claimed(bag, claim, now));
        });
  }

  /** Of another one it is seen how far it has counted, and looked again whether it went on. */
  private void claimed(Postbag bag, Outbox.Claim claim, Instant now) {
    bag.isBusy = false;
    switch (claim) {
      case Outbox.Claim.Taken(Kept kept) -> {
        bag.stood = Optional.empty();
        bag.goOnFrom(kept);
        bag.heldUntil = now.plus(LEASE);
        look(bag, now);
      }
      case Outbox.Claim.Held(long count, Kept kept) -> {
        bag.stood = Optional.of(count);
        bag.goOnFrom(kept);
        bag.notBefore = time.instant().plus(LEASE);
        lookAt(bag, bag.notBefore);
      }
    }
  }

  private void send(Postbag bag, List<Happening> message) {
    bag.isBusy = true;
    Telling telling =
        new Telling(
            id(bag.place(), message),
            bag.place().organisation(),
            bag.place().notification(),
            message,
            bag.leftOut(),
            false);
    Receiver receiver = bag.definition().receiver();
    Course course = bag.course(message, worlds.position());
    workers.execute(
        lane(bag.place()),
        () -> {
          Sent sent = sent(receiver, telling);
          Instant now = time.instant();
          Kept next = course.after(sent, now);
          boolean ours = outbox.keep(bag.place(), next, process);
          scheduler.execute(() -> {
            bag.heldUntil = ours ? now.plus(LEASE) : Instant.EPOCH;
            became(bag, sent, next);
          });
        });
  }

  private void became(Postbag bag, Sent sent, Kept next) {
    bag.isBusy = false;
    boolean isOver = bag.became(sent, next);
    bag.notBefore =
        isOver ? Instant.EPOCH : time.instant().plus(Patience.after(next.tries(), random));
    look(bag);
  }

  /** A fault of whatever sends is a failure like any other: it is tried again. */
  private Sent sent(Receiver receiver, Telling telling) {
    try {
      return dispatch.send(receiver, telling);
    } catch (RuntimeException fault) {
      return new Sent.Failed("Sending failed: " + fault.getClass().getSimpleName() + ".");
    }
  }

  /** Sends something that is no news, after what is being sent; {@code then} is called anywhere. */
  void rehearse(Postbag bag, Happening sample, Consumer<Sent> then) {
    Receiver receiver = bag.definition().receiver();
    Telling telling =
        new Telling(
            "msg_test_" + Long.toHexString(time.instant().toEpochMilli()),
            bag.place().organisation(),
            bag.place().notification(),
            List.of(sample),
            0,
            true);
    workers.execute(lane(bag.place()), () -> then.accept(sent(receiver, telling)));
  }

  void forget(Place place) {
    workers.execute(lane(place), () -> outbox.forget(place));
  }

  private static String lane(Place place) {
    return "outbox " + place.organisation() + " " + place.notification();
  }

  /** The same for the same message, whoever sends it. */
  private static String id(Place place, List<Happening> message) {
    String positions =
        message.stream().map(it -> it.position().toString()).collect(Collectors.joining(" "));
    String whole = place.organisation() + "/" + place.notification() + " " + positions;
    return "msg_" + Digests.sha256(whole.getBytes(StandardCharsets.UTF_8)).value().substring(7, 39);
  }
}
