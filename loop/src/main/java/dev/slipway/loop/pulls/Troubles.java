package dev.slipway.loop.pulls;

import dev.slipway.loop.door.Notifications.Standing;
import dev.slipway.loop.door.Notifications.State;
import dev.slipway.loop.port.Journal;
import dev.slipway.model.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How it goes with comments at pull requests, for whoever looks after their notification; and what
 * is said of them in the journal, each thing once. Used in the loop's turn.
 */
final class Troubles {

  private static final Duration DEAD_AFTER = Duration.ofHours(1);
  private static final int SAID_MAX = 1_000;

  private final Journal journal;
  private final Map<Watched, Trouble> troubles = new HashMap<>();
  private final Map<Watched, Instant> said = new HashMap<>();
  private final SequencedSet<String> once = new LinkedHashSet<>();

  Troubles(Journal journal) {
    this.journal = journal;
  }

  private record Trouble(Instant since, Instant at, Reason because) {}

  /** A comment was made or edited. */
  void said(Watched watched, Instant now) {
    said.put(watched, now);
  }

  void failed(Watched watched, Reason because, Instant now) {
    Optional<Trouble> before = Optional.ofNullable(troubles.get(watched));
    troubles.put(watched, new Trouble(before.map(Trouble::since).orElse(now), now, because));
    if (before.filter(it -> it.because().code().equals(because.code())).isEmpty()) {
      journal.warn(
          "Pull requests of %s cannot be commented on, and are tried again: %s"
              .formatted(watched.url(), because.sentence()));
    }
  }

  void well(Watched watched) {
    if (troubles.remove(watched) != null) {
      journal.info("Pull requests of %s can be commented on again".formatted(watched.url()));
    }
  }

  /** Says something once; the oldest is forgotten where there is too much of it. */
  void once(String sentence) {
    if (once.add(sentence)) {
      if (once.size() > SAID_MAX) {
        once.removeFirst();
      }
      journal.info(sentence);
    }
  }

  /** How it goes with a notification that is told nothing else, over all that it is about. */
  Standing of(Standing standing, Predicate<Watched> isAbout, Instant now) {
    List<Trouble> all =
        troubles.entrySet().stream()
            .filter(entry -> isAbout.test(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    Optional<Instant> since = all.stream().map(Trouble::since).min(Instant::compareTo);
    Optional<Trouble> last = all.stream().reduce((a, b) -> a.at().isAfter(b.at()) ? a : b);
    return new Standing(
        standing.definition(),
        since
            .map(it -> it.plus(DEAD_AFTER).isAfter(now) ? State.FAILING : State.DEAD)
            .orElse(State.IDLE),
        0,
        0,
        lastSaid(isAbout),
        since,
        last.map(Trouble::at),
        last.map(it -> it.because().sentence()));
  }

  private Optional<Instant> lastSaid(Predicate<Watched> isAbout) {
    Stream<Instant> times =
        said.keySet().stream().filter(isAbout).map(said::get).filter(Objects::nonNull);
    return times.max(Instant::compareTo);
  }
}
