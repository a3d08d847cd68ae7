package dev.slipway.engine.intake;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.guardrail.CheckReading;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.event.Event;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A hint that checks moved has them read back at once, where something is on its way that asks for
 * any of that commit; and what follows, follows from what they are now.
 *
 * <pre>
 *   hint(commit) → nobody waits for checks of it   → nothing follows
 *                → ChecksOf → each that waits is looked at
 *                           → could not be read    → it says so, and is read at its next turn
 * </pre>
 */
final class CheckHintRule {

  private static final Reason KNOWN =
      new Reason("checks-known", "The checks are as they were known to be.");

  private CheckHintRule() {}

  /** A rollout that asks for checks of the commit. */
  private record Waiting(Placement placement, RepositoryUrl repository, Set<CheckName> names) {}

  static Optional<Settlement> decide(Deliberation d, Event.ChecksHinted hint, Instant at) {
    List<Waiting> waiting = waiting(d, hint);
    if (waiting.isEmpty()) {
      return Settlements.nothing(
          "checks-not-waited-for",
          "Nothing on its way asks for checks of %s.".formatted(hint.sha().abbreviated()));
    }
    Optional<Reason> unread = Optional.empty();
    for (Waiting one : waiting) {
      Need.ChecksOf need = new Need.ChecksOf(one.repository(), hint.sha(), at);
      Told<Answer.Checks> told = Told.checks(d, need, Duration.ZERO);
      CheckReading.take(d, one.placement().application(), hint.sha(), one.names(), told);
      switch (told) {
        case Told.Unusable<Answer.Checks>(Reason because) -> unread = Optional.of(because);
        case Told.Unavailable<Answer.Checks>(Reason because) -> unread = Optional.of(because);
        case Told.Known<Answer.Checks> _, Told.Open<Answer.Checks> _ -> {}
      }
    }
    if (d.isAsking()) {
      return Settlements.open();
    }
    waiting.forEach(one -> Advance.placement(d, one.placement()));
    if (d.isAsking()) {
      return Settlements.open();
    }
    return d.hasWritten()
        ? Optional.of(new Settlement.Followed(unread.orElseGet(() -> read(hint, waiting.size()))))
        : Settlements.nothing(unread.orElse(KNOWN));
  }

  private static Reason read(Event.ChecksHinted hint, int waiting) {
    return new Reason(
        "checks-read",
        "The checks of %s were read; %d on the way ask for them."
            .formatted(hint.sha().abbreviated(), waiting));
  }

  private static List<Waiting> waiting(Deliberation d, Event.ChecksHinted hint) {
    List<Waiting> waiting = new ArrayList<>();
    List.copyOf(d.world().deliveries().placements().values())
        .forEach(at ->
            at.active()
                .filter(rollout -> isOf(rollout, hint))
                .map(rollout -> waiting(d, rollout))
                .filter(one -> !one.names().isEmpty())
                .ifPresent(waiting::add));
    return waiting;
  }

  private static boolean isOf(RolloutState rollout, Event.ChecksHinted hint) {
    return rollout.delivery().change().sha().equals(hint.sha())
        && hint.repository()
            .leadsToSamePlaceAs(CheckReading.repository(rollout.delivery().change()));
  }

  private static Waiting waiting(Deliberation d, RolloutState rollout) {
    return new Waiting(
        rollout.delivery().id().placement(),
        CheckReading.repository(rollout.delivery().change()),
        CheckReading.names(d, rollout));
  }
}
