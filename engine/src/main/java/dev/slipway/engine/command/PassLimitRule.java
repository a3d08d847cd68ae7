package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.LimitPassed;
import java.util.Optional;

/**
 * An owner of an environment lets a delivery start there although as many rollouts are under way as
 * may be. Everything else that it has to meet stays.
 */
final class PassLimitRule {

  private PassLimitRule() {}

  static Optional<Settlement> decide(Deliberation d, Command.PassLimit wish) {
    DeliveryId id = wish.delivery();
    Optional<RolloutState> waiting =
        d.placement(id.placement()).of(id).filter(RolloutState::isWaiting);
    if (waiting.isEmpty()) {
      return Settlements.refused("not-waiting", "%s does not wait to start.".formatted(id));
    }
    boolean limited =
        d.environment(id.placement().environment())
            .map(EnvironmentState::definition)
            .flatMap(definition -> definition.concurrency())
            .isPresent();
    if (!limited) {
      return Settlements.nothing(
          "no-limit",
          "%s does not limit how many rollouts are under way."
              .formatted(id.placement().environment()));
    }
    if (waiting.orElseThrow().gated().pass().isPresent()) {
      return Settlements.nothing("passed-already", "%s passes the limit already.".formatted(id));
    }
    d.write(new LimitPassed(id, wish.because(), d.actor()));
    Advance.placement(d, id.placement());
    return Settlements.followed("limit-passed", "%s waits for no other rollout.".formatted(id));
  }
}
