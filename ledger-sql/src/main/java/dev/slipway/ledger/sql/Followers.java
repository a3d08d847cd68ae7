package dev.slipway.ledger.sql;

import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Gives every follower every entry once, in order. After the start it is used by the writing thread
 * only.
 */
final class Followers {

  private static final int CHUNK = 1_000;

  private final BiFunction<Position, Integer, List<Recorded>> reading;
  private final List<Following> all = new ArrayList<>();

  Followers(BiFunction<Position, Integer, List<Recorded>> reading) {
    this.reading = reading;
  }

  /** One follower, and how far it has been told. */
  final class Following {
    private final Consumer<List<Recorded>> follower;
    private Position told;

    Following(Position after, Consumer<List<Recorded>> follower) {
      told = after;
      this.follower = follower;
    }

    /** Tells of all that can be read. */
    void catchUp() {
      List<Recorded> chunk = reading.apply(told, CHUNK);
      while (!chunk.isEmpty()) {
        tell(chunk);
        chunk = reading.apply(told, CHUNK);
      }
    }

    private void tell(List<Recorded> entries) {
      List<Recorded> fresh =
          entries.stream().filter(entry -> entry.position().isAfter(told)).toList();
      if (!fresh.isEmpty()) {
        told = fresh.getLast().position();
        follower.accept(fresh);
      }
    }
  }

  Following of(Position after, Consumer<List<Recorded>> follower) {
    return new Following(after, follower);
  }

  void add(Following following) {
    following.catchUp();
    all.add(following);
  }

  void tell(List<Recorded> entries) {
    List.copyOf(all).forEach(each -> each.tell(entries));
  }
}
