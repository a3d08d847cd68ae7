package dev.slipway.engine.fold;

import dev.slipway.model.definition.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A step where a rollout stays for something: all whose turn it is are there, and none has gone on.
 *
 * @param since when the last of them came there
 * @param continued whether somebody said that it goes on
 */
public record Stopover(int step, Stay stay, Instant since, boolean continued) {

  /** Where a rollout stays at present; empty while it is on its way. */
  public static Optional<Stopover> of(RolloutState rollout) {
    List<MemberState> turn = Turn.of(rollout);
    if (turn.isEmpty() || !turn.stream().allMatch(m -> m.stage() == MemberStage.CONVERGED)) {
      return Optional.empty();
    }
    List<MemberState> here = Turn.hindmost(turn);
    int step = here.getFirst().step();
    Instant since =
        here.stream().map(MemberState::since).max(Comparator.naturalOrder()).orElseThrow();
    boolean continued = rollout.gated().continued().contains(step);
    return rollout.itinerary().stay(step).map(stay -> new Stopover(step, stay, since, continued));
  }

  /** When everything there was healthy for long enough; empty where nothing is asked for. */
  public Optional<Instant> healthyAt() {
    return stay.time().map(since::plus);
  }

  /** What is asked of people, while nobody has answered. */
  public Optional<Stay.Decision> open() {
    return continued ? Optional.empty() : stay.decision();
  }

  /** Until when somebody may answer; empty where nobody is asked. */
  public Optional<Instant> due() {
    return open()
        .map(decision -> since.plus(stay.time().orElse(Duration.ZERO)).plus(decision.within()));
  }

  /** Whether nobody has answered in time. */
  public boolean isOverdueAt(Instant now) {
    return due().filter(due -> !now.isBefore(due)).isPresent();
  }
}
