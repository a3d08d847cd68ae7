package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.AgentEnrolled;
import dev.slipway.model.entry.CauseSettled.Settlement;
import java.util.Optional;

/**
 * An agent may act at one target, for which a join token vouched. A new one takes the place of the
 * one before; an agent never acts at two.
 */
final class EnrolAgentRule {

  private EnrolAgentRule() {}

  static Optional<Settlement> decide(Deliberation d, Command.EnrolAgent enrol) {
    EnvironmentName environment = enrol.target().environment();
    if (d.environment(environment).isEmpty() || TargetRule.present(d, enrol.target()).isEmpty()) {
      return TargetRule.unknown(enrol.target());
    }
    Optional<TargetId> elsewhere =
        d.world().actors().targetOf(enrol.agent()).filter(at -> !at.equals(enrol.target()));
    if (elsewhere.isPresent()) {
      return Settlements.refused(
          "agent-elsewhere", "The agent acts at %s already.".formatted(elsewhere.orElseThrow()));
    }
    d.write(new AgentEnrolled(enrol.agent(), enrol.target(), enrol.key()));
    Advance.environment(d, environment);
    return Settlements.followed(
        "agent-enrolled", "%s acts at %s.".formatted(enrol.agent(), enrol.target()));
  }
}
