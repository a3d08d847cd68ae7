package dev.slipway.engine;

import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.Remark;
import dev.slipway.model.command.Command;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.state.Delivery;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What somebody says for a rollout that is on its way. */
final class Spoken {

  private static final Remark URGENT = new Remark("Urgent.");

  private Spoken() {}

  static Command word(RandomGenerator random, RolloutState rollout) {
    Delivery held = rollout.delivery();
    return switch (random.nextInt(5)) {
      case 0 -> new Command.PassLimit(held.id(), Optional.empty());
      case 1 -> new Command.Bypass(held.id(), held.hash(), holding(rollout), URGENT);
      default -> new Command.Approve(held.id(), held.hash());
    };
  }

  /** The first guardrail that holds it. */
  private static GuardrailName holding(RolloutState rollout) {
    return rollout.gated().verdicts().entrySet().stream()
        .filter(said -> !said.getValue().passes())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(GuardrailName.APPROVAL);
  }
}
