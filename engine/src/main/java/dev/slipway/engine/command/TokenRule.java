package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.model.ActorId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.TokenIssued;
import dev.slipway.model.entry.TokenRevoked;
import java.util.Optional;

/** Tokens get a role once, and lose it at once. */
final class TokenRule {

  private TokenRule() {}

  static Optional<Settlement> decide(Deliberation d, Command.IssueToken issue) {
    ActorId token = issue.token();
    if (token.equals(ActorId.SLIPWAY) || isKnown(d, token)) {
      return Settlements.refused("token-exists", "%s has a role already.".formatted(token));
    }
    d.write(new TokenIssued(token, issue.role(), issue.scope()));
    return Settlements.followed("token-issued", "%s may act from now on.".formatted(token));
  }

  static Optional<Settlement> decide(Deliberation d, Command.RevokeToken revoke) {
    ActorId token = revoke.token();
    if (!isKnown(d, token)) {
      return Settlements.refused("unknown-token", "There is no token %s.".formatted(token));
    }
    d.write(new TokenRevoked(token));
    return Settlements.followed("token-revoked", "%s acts no more.".formatted(token));
  }

  private static boolean isKnown(Deliberation d, ActorId token) {
    return d.organisationWide().actors().grant(token).isPresent();
  }
}
