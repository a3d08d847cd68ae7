package dev.slipway.engine.rollout;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.TargetState;
import dev.slipway.model.ActorId;
import dev.slipway.model.TargetName;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which targets have not been heard of for longer than their environment waits for anybody. Where
 * all are away nobody is left out, for there would be nobody to deliver to; and where nobody can
 * tell, nobody is.
 */
final class Absences {

  private Absences() {}

  /** Who is left out; empty while that is being asked. */
  static Optional<List<TargetName>> of(
      Deliberation d, Optional<EnvironmentState> environment, List<TargetName> targets) {
    return environment.isEmpty()
        ? Optional.of(List.of())
        : of(d, environment.orElseThrow(), targets);
  }

  private static Optional<List<TargetName>> of(
      Deliberation d, EnvironmentState environment, List<TargetName> targets) {
    Optional<Duration> patience = environment.definition().policy().absentAfter();
    Set<ActorId> agents =
        targets.stream()
            .flatMap(target -> agent(environment, target).stream())
            .collect(Collectors.toSet());
    if (patience.isEmpty() || agents.isEmpty()) {
      return Optional.of(List.of());
    }
    return switch (Told.heard(d, new Need.LastHeard(d.organisation(), agents))) {
      case Told.Open<Answer.Heard> _ -> Optional.empty();
      case Told.Known<Answer.Heard> known -> {
        Instant since = d.now().minus(patience.orElseThrow());
        List<TargetName> away =
            targets.stream()
                .filter(target -> !isHeard(environment, target, known.answer(), since))
                .toList();
        yield Optional.of(away.size() == targets.size() ? List.of() : away);
      }
      case Told.Unusable<Answer.Heard> _, Told.Unavailable<Answer.Heard> _ ->
          Optional.of(List.of());
    };
  }

  private static boolean isHeard(
      EnvironmentState environment, TargetName target, Answer.Heard heard, Instant since) {
    return agent(environment, target)
        .map(agent -> heard.last().get(agent))
        .filter(at -> !at.isBefore(since))
        .isPresent();
  }

  private static Optional<ActorId> agent(EnvironmentState environment, TargetName target) {
    return Optional.ofNullable(environment.targets().get(target))
        .flatMap(TargetState::agent)
        .map(TargetState.Agent::id);
  }
}
