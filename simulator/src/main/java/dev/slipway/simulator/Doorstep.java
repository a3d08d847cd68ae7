package dev.slipway.simulator;

import dev.slipway.model.notification.Receiver;
import dev.slipway.outlet.Dispatch;
import dev.slipway.outlet.Telling;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * Whoever asked to be told. Until it is calm nobody may be at home, or a message arrives and the
 * answer does not. It draws from lots of its own.
 */
final class Doorstep implements Dispatch {

  private static final int AWAY = 25;
  private static final int UNANSWERED = 10;

  private final SplittableRandom random = new SplittableRandom(63);
  private final Deque<Telling> arrived = new ArrayDeque<>();
  private boolean calm;

  @Override
  public Sent send(Receiver receiver, Telling telling) {
    if (befalls(AWAY)) {
      return new Sent.Failed("Nobody is at home.");
    }
    arrived.add(telling);
    return befalls(UNANSWERED) ? new Sent.Failed("Nobody answered.") : new Sent.Delivered();
  }

  private boolean befalls(int percent) {
    return !calm && random.nextInt(100) < percent;
  }

  /** From now on everything arrives, and is answered. */
  void calm() {
    calm = true;
  }

  /** What arrived, and the laws have not yet heard of. */
  Deque<Telling> arrived() {
    return arrived;
  }
}
