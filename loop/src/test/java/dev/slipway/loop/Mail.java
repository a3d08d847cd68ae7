package dev.slipway.loop;

import dev.slipway.model.notification.Receiver;
import dev.slipway.outlet.Dispatch;
import dev.slipway.outlet.Telling;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Receivers that say what they are told to say, and what arrived at them. */
final class Mail implements Dispatch {

  /** A process that ends where it stands; no fault, so that nobody mends it. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final InstantSource clock;
  final List<String> arrived = new ArrayList<>();
  final List<Telling> tellings = new ArrayList<>();
  final List<Long> tries = new ArrayList<>();

  /** What becomes of a message. */
  Function<Telling, Sent> answer = _ -> new Sent.Delivered();

  Mail(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Sent send(Receiver receiver, Telling telling) {
    tries.add(clock.instant().getEpochSecond());
    Sent sent = answer.apply(telling);
    if (sent instanceof Sent.Delivered) {
      arrived(telling);
    }
    return sent;
  }

  void arrived(Telling telling) {
    tellings.add(telling);
    String what =
        telling.rehearsal()
            ? "test"
            : String.join(
                "+", telling.happenings().stream().map(it -> it.occasion().word()).toList());
    arrived.add(
        telling.notification()
            + ": "
            + what
            + " "
            + telling.last().number().map(number -> "#" + number).orElse("")
            + (telling.leftOut() == 0 ? "" : " after " + telling.leftOut() + " left out"));
  }
}
