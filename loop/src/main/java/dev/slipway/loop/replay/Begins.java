package dev.slipway.loop.replay;

import dev.slipway.loop.door.Suppositions.Asked;
import dev.slipway.loop.door.Suppositions.Found;
import dev.slipway.loop.door.Suppositions.Replay;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Reason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The replays that were begun last, and how far each is. Thread-safe. */
final class Begins {

  /** So many are kept for whoever began them; the oldest gives way. */
  private static final int KEPT_MAX = 8;

  private final Deque<Kept> kept = new ArrayDeque<>();
  private long begun;

  /** One replay; written by the worker that runs it, read by anyone. */
  static final class Kept {
    private final Organisation organisation;
    private final ActorId actor;
    private volatile Replay seen;

    private Kept(Organisation organisation, ActorId actor, Replay seen) {
      this.organisation = organisation;
      this.actor = actor;
      this.seen = seen;
    }

    Replay seen() {
      return seen;
    }

    boolean isOpen() {
      return seen.failed().isEmpty() && seen.found().isEmpty();
    }

    void at(int percent) {
      Replay so = seen;
      seen = new Replay(so.id(), so.asked(), percent, so.failed(), so.found());
    }

    void failed(Reason because) {
      Replay so = seen;
      seen = new Replay(so.id(), so.asked(), so.percent(), Optional.of(because), so.found());
    }

    void found(Found found) {
      Replay so = seen;
      seen = new Replay(so.id(), so.asked(), 100, so.failed(), Optional.of(found));
    }
  }

  /** Keeps a place for a new one; empty while another is running. */
  synchronized Optional<Kept> begin(Organisation organisation, ActorId actor, Asked asked) {
    if (kept.stream().anyMatch(Kept::isOpen)) {
      return Optional.empty();
    }
    begun++;
    Replay first = new Replay("w-" + begun, asked, 0, Optional.empty(), Optional.empty());
    Kept next = new Kept(organisation, actor, first);
    kept.addLast(next);
    if (kept.size() > KEPT_MAX) {
      kept.removeFirst();
    }
    return Optional.of(next);
  }

  synchronized Optional<Replay> look(Organisation organisation, ActorId actor, String id) {
    return kept.stream()
        .filter(it -> it.organisation.equals(organisation) && it.actor.equals(actor))
        .map(Kept::seen)
        .filter(it -> it.id().equals(id))
        .findFirst();
  }
}
