package dev.slipway.loop.keeper;

import dev.slipway.ledger.Peers;
import dev.slipway.ledger.Peers.Word;
import dev.slipway.loop.port.Scheduler;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Says again and again that this process lives and what it understands, and knows whether one runs
 * beside it that understands less. Who has not counted on for {@link #BEATS_TO_BE_GONE} beats is
 * gone. Nothing is safe because of it, and nothing has to be: a process that was taken for gone and
 * goes on finds in the ledger that it does not understand it any more. All methods are called in
 * the loop's turn.
 */
final class Neighbours {

  static final Duration BEAT = Duration.ofSeconds(5);

  /** So one that was stopped for a moment is not gone. */
  static final int BEATS_TO_BE_GONE = 4;

  private final Peers peers;
  private final String self;
  private final int format;
  private final Scheduler scheduler;
  private final Map<String, Still> others = new HashMap<>();
  private long count;
  private boolean left;

  Neighbours(Peers peers, String self, int format, Scheduler scheduler) {
    this.peers = peers;
    this.self = self;
    this.format = format;
    this.scheduler = scheduler;
  }

  /** For how many beats somebody has not counted on. */
  private record Still(Word word, int beats) {

    Still after(Word next) {
      return next.equals(word) ? new Still(word, beats + 1) : new Still(next, 0);
    }
  }

  /** Speaks for the first time, before anything is read; whoever lives is not gone yet. */
  void begin() {
    speak();
  }

  /** Speaks from now on, and has something done after each time. */
  void goOn(Runnable then) {
    scheduler.after(
        BEAT,
        () -> {
          speak();
          look();
          then.run();
          goOn(then);
        });
  }

  private void speak() {
    if (!left) {
      count++;
      peers.says(self, new Word(count, format));
    }
  }

  private void look() {
    Map<String, Word> all = peers.all();
    others.keySet().retainAll(all.keySet());
    all.forEach((other, word) -> {
      Still known = others.getOrDefault(other, new Still(word, -1)).after(word);
      others.put(other, known);
      if (!other.equals(self) && known.beats() >= BEATS_TO_BE_GONE) {
        peers.leaves(other);
      }
    });
  }

  /** Whether somebody lives who does not understand what this process would write. */
  boolean isOlderThere() {
    return peers.all().values().stream().anyMatch(word -> word.format() < format);
  }

  /** Is in nobody's way from now on. */
  void leave() {
    left = true;
    peers.leaves(self);
  }
}
