package dev.slipway.engine.guardrail;

import dev.slipway.engine.fold.Checks.Reported;
import dev.slipway.engine.fold.MemberState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.guardrail.Juncture;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * When checks have to be green, and when they are read again meanwhile: soon at first, for most are
 * quick, and every five minutes later.
 *
 * <pre>
 *   begun   15 s   30 s   1 min   2 min   4 min   5 min   5 min …   and at the deadline
 * </pre>
 */
final class CheckTimes {

  private static final Duration FIRST = Duration.ofSeconds(15);
  static final Duration MOST = Duration.ofMinutes(5);

  private CheckTimes() {}

  /** Two times at which checks are read, one after the other; the first lies not ahead. */
  record Turn(Instant last, Instant next) {}

  /** Since when it is waited for. */
  static Instant begun(RolloutState rollout, Juncture at) {
    Instant started = rollout.started().map(RolloutState.Started::at).orElseGet(rollout::madeAt);
    return switch (at) {
      case BEFORE_APPROVAL, AFTER_APPROVAL -> rollout.madeAt();
      case DURING -> started;
      case AFTER ->
          rollout.members().values().stream()
              .map(MemberState::since)
              .max(Comparator.naturalOrder())
              .orElse(started);
    };
  }

  /** Until when it has to be green: its time begins anew when something is heard of it. */
  static Instant deadline(RolloutState rollout, Asked asked, Optional<Reported> reported) {
    Instant begun = begun(rollout, asked.at());
    return reported
        .map(Reported::heard)
        .filter(begun::isBefore)
        .orElse(begun)
        .plus(asked.deadline());
  }

  /** The turn that it is now; a clock that was set back waits at the beginning. */
  static Turn turn(Instant begun, Instant now) {
    return turn(begun, FIRST, now);
  }

  /** As above, where the second turn is so long after the first. */
  static Turn turn(Instant begun, Duration first, Instant now) {
    Instant last = begun;
    Duration wait = first;
    while (wait.compareTo(MOST) < 0 && !now.isBefore(last.plus(wait))) {
      last = last.plus(wait);
      wait = wait.multipliedBy(2);
    }
    if (wait.compareTo(MOST) < 0) {
      return new Turn(last, last.plus(wait));
    }
    long whole = Math.max(0, Duration.between(last, now).dividedBy(MOST));
    Instant latest = last.plus(MOST.multipliedBy(whole));
    return new Turn(latest, latest.plus(MOST));
  }
}
