package dev.slipway.loop.keeper;

import dev.slipway.engine.Cause;
import dev.slipway.engine.Decision;
import dev.slipway.engine.fold.World;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cause that waits for its decision.
 *
 * @param rounds how often its needs were answered so far
 * @param vain how often in a row a source could not be asked
 */
record PendingCause(Organisation organisation, Cause cause, int rounds, int vain) {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int DOUBLINGS_MAX = 6;

  /** Whether something may follow from an entry. */
  static boolean isCause(Entry entry) {
    return entry instanceof EventReceived
        || entry instanceof CommandReceived
        || entry instanceof ReportReceived;
  }

  static PendingCause of(Recorded entry) {
    return new PendingCause(
        entry.stream().organisation(), new Cause.Appended(entry, List.of()), 0, 0);
  }

  static PendingCause tick(Organisation organisation, Placement placement) {
    return new PendingCause(organisation, new Cause.Tick(placement, List.of()), 0, 0);
  }

  /** The cause with more facts; a new answer to an old need replaces the old one. */
  PendingCause with(List<Fact> answered) {
    Map<Need, Fact> facts = new LinkedHashMap<>();
    for (Fact fact : cause.facts()) {
      facts.put(fact.need(), fact);
    }
    for (Fact fact : answered) {
      facts.put(fact.need(), fact);
    }
    List<Fact> all = new ArrayList<>(facts.values());
    Cause known =
        switch (cause) {
          case Cause.Appended appended -> new Cause.Appended(appended.entry(), all);
          case Cause.Tick tick -> new Cause.Tick(tick.placement(), all);
        };
    boolean isVain =
        answered.stream().anyMatch(fact -> fact.answer() instanceof Answer.Unavailable);
    return new PendingCause(organisation, known, rounds + 1, isVain ? vain + 1 : 0);
  }

  /**
   * As it is, and to be asked about anew: what was answered may be older than what has been written
   * meanwhile.
   */
  PendingCause afresh() {
    Cause unknown =
        switch (cause) {
          case Cause.Appended appended -> new Cause.Appended(appended.entry(), List.of());
          case Cause.Tick tick -> new Cause.Tick(tick.placement(), List.of());
        };
    return new PendingCause(organisation, unknown, rounds, vain);
  }

  /** As it is, to be asked about from now on as if for the first time. */
  PendingCause rested() {
    return new PendingCause(organisation, cause, 0, vain);
  }

  /** How long to wait before a source that could not be asked is asked again; longer each time. */
  Duration patience() {
    Duration patience = FIRST.multipliedBy(1L << Math.min(vain - 1, DOUBLINGS_MAX));
    return patience.compareTo(LONGEST) < 0 ? patience : LONGEST;
  }

  /** Whether it was decided before, as one that was read again at a restart may have been. */
  boolean isSettled(World world) {
    return switch (cause) {
      case Cause.Appended appended ->
          !(appended.entry().entry() instanceof ReportReceived)
              && !world.isUnsettled(appended.entry().position());
      case Cause.Tick tick -> false;
    };
  }

  /** Whoever decides a cause, it is settled once: streams of sources guard nothing. */
  Optional<String> settling(Decision decision) {
    boolean settles =
        decision.entries().stream().anyMatch(draft -> draft.entry() instanceof CauseSettled);
    return position().filter(_ -> settles).map(received -> "settled/" + received.value());
  }

  /** Where the causing entry stands; a tick stands nowhere. */
  Optional<Position> position() {
    return switch (cause) {
      case Cause.Appended appended -> Optional.of(appended.entry().position());
      case Cause.Tick tick -> Optional.empty();
    };
  }
}
