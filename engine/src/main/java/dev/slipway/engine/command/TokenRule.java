package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.ActorId;
import dev.slipway.model.Placement;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.TokenIssued;
import dev.slipway.model.entry.TokenRevoked;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens get a role once, and lose it at once. Where something waits that they approved, it is
 * judged again.
 */
final class TokenRule {

  private TokenRule() {}

  static Optional<Settlement> decide(Deliberation d, Command.IssueToken issue) {
    ActorId token = issue.token();
    if (token.equals(ActorId.SLIPWAY) || isKnown(d, token)) {
      return Settlements.refused("token-exists", "%s has a role already.".formatted(token));
    }
    d.write(new TokenIssued(token, issue.role(), issue.scope()));
    judgeAgain(d, token);
    return Settlements.followed("token-issued", "%s may act from now on.".formatted(token));
  }

  static Optional<Settlement> decide(Deliberation d, Command.RevokeToken revoke) {
    ActorId token = revoke.token();
    if (!isKnown(d, token)) {
      return Settlements.refused("unknown-token", "There is no token %s.".formatted(token));
    }
    d.write(new TokenRevoked(token));
    judgeAgain(d, token);
    return Settlements.followed("token-revoked", "%s acts no more.".formatted(token));
  }

  /**
   * What waits and has this token's approval is looked at again: it counts no more, or counts anew.
   */
  private static void judgeAgain(Deliberation d, ActorId token) {
    List<Placement> placements =
        d.world().deliveries().placements().entrySet().stream()
            .filter(at -> at.getValue().active().filter(r -> isWaitingWith(r, token)).isPresent())
            .map(Map.Entry::getKey)
            .toList();
    placements.forEach(placement -> Advance.placement(d, placement));
  }

  private static boolean isWaitingWith(RolloutState rollout, ActorId token) {
    return rollout.isWaiting()
        && rollout.gated().approvals().stream().anyMatch(a -> a.by().equals(token));
  }

  private static boolean isKnown(Deliberation d, ActorId token) {
    return d.organisationWide().actors().grant(token).isPresent();
  }
}
