package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.TargetState;
import dev.slipway.engine.fold.TargetState.Use;
import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.MemberExcluded;
import dev.slipway.model.entry.TargetRemovalAsked;
import dev.slipway.model.entry.TargetRemoved;
import dev.slipway.model.need.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody takes a target out of its environment. Its agent's key counts no more, rollouts that are
 * under way go on without it, and what runs there is left alone. For a day it can be taken back.
 *
 * <p>The first of a day takes one word. Each further one takes the word of another person too, as
 * soon as more than a tenth of the environment's targets would be gone within a day: a script with
 * wrong names is stopped at its second line.
 */
final class RemoveTargetRule {

  private static final Duration DAY = Duration.ofDays(1);
  private static final int TENTH = 10;

  private RemoveTargetRule() {}

  /** Whether a removal can be taken back no more. */
  static boolean isFinal(Use.Removed removed, Instant now) {
    return !now.isBefore(removed.at().plus(DAY));
  }

  static Optional<Settlement> decide(Deliberation d, Command.RemoveTarget remove) {
    TargetId id = remove.target();
    Optional<TargetState> known = TargetRule.present(d, id);
    if (known.isEmpty()) {
      return TargetRule.unknown(id);
    }
    TargetState target = known.orElseThrow();
    if (target.definition().local()) {
      return Settlements.refused(
          "target-local",
          "%s is on the server's own machine, where its agent begins with the server. To leave it alone: slipway target pause %s %s --reason …"
              .formatted(id, id.environment(), id.target()));
    }
    Optional<RolloutState> alone =
        rollouts(d, id).stream().filter(rollout -> rollout.members().size() == 1).findFirst();
    if (alone.isPresent()) {
      return lastMember(id, alone.orElseThrow());
    }
    return isTooMuchForOne(d, id.environment()) ? second(d, target) : removed(d, target);
  }

  private static Optional<Settlement> lastMember(TargetId id, RolloutState rollout) {
    return Settlements.refused(
        "last-member",
        "%1$s is the only target of %2$s, which is under way. To give that up: slipway cancel %2$s."
            .formatted(id, rollout.delivery().id()));
  }

  /** Rollouts that have begun, and have it as a member. */
  private static List<RolloutState> rollouts(Deliberation d, TargetId id) {
    return d.world().deliveries().placements().entrySet().stream()
        .filter(at -> at.getKey().environment().equals(id.environment()))
        .map(Map.Entry::getValue)
        .map(PlacementState::active)
        .flatMap(Optional::stream)
        .filter(rollout -> rollout.members().containsKey(id.target()))
        .toList();
  }

  private static boolean isTooMuchForOne(Deliberation d, EnvironmentName environment) {
    List<TargetState> lately =
        d.environment(environment).map(EnvironmentState::targets).stream()
            .flatMap(targets -> targets.values().stream())
            .filter(target -> !(target.use() instanceof Use.Removed gone && isFinal(gone, d.now())))
            .toList();
    long gone = lately.stream().filter(TargetState::isRemoved).count() + 1;
    return gone > 1 && gone * TENTH > lately.size();
  }

  private static Optional<Settlement> second(Deliberation d, TargetState target) {
    Told<Answer.Person> told = Told.person(d, d.actor());
    if (d.isAsking()) {
      return Settlements.open();
    }
    if (!(told instanceof Told.Known<Answer.Person>(Answer.Person who, var _))) {
      return Settlements.refused("person-unknown", "It cannot be told who you are.");
    }
    return target
            .asked()
            .filter(asked -> d.now().isBefore(asked.at().plus(DAY)))
            .filter(asked -> !asked.person().equals(who.person()))
            .isPresent()
        ? removed(d, target)
        : asked(d, target.id(), who.person());
  }

  private static Optional<Settlement> asked(Deliberation d, TargetId id, ActorId person) {
    d.write(new TargetRemovalAsked(id, d.actor(), person));
    return Settlements.followed(
        "second-word",
        "More than a tenth of the targets of %1$s would be gone within a day, so another owner of %1$s has to say it too, within a day: slipway target remove %1$s %2$s"
            .formatted(id.environment(), id.target()));
  }

  private static Optional<Settlement> removed(Deliberation d, TargetState target) {
    TargetId id = target.id();
    rollouts(d, id)
        .forEach(rollout ->
            d.write(new MemberExcluded(rollout.delivery().id(), id.target(), d.actor())));
    d.write(new TargetRemoved(id, target.agent().map(TargetState.Agent::id), d.actor()));
    TargetRule.lookAround(d, id.environment());
    return Settlements.followed(
        "target-removed",
        "Nothing is applied at %s any more; what runs there is left alone. To take that back within a day: slipway target resume %s %s"
            .formatted(id, id.environment(), id.target()));
  }
}
