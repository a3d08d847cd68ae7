package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.Trusts;
import dev.slipway.model.command.TrustWish;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.TokenExchanged;
import dev.slipway.model.entry.TrustGiven;
import dev.slipway.model.entry.TrustWithdrawn;
import dev.slipway.model.trust.Trust;
import java.util.Optional;

/**
 * Runs of CI systems are let in as long as somebody trusts them. What one showed is taken once, on
 * whatever replica, for the ledger knows it.
 */
final class TrustRule {

  /** How many trusts one organisation may have. */
  private static final int TRUSTS_MAX = 1000;

  /** How many runs of one trust are remembered at once. */
  private static final int PASSES_MAX = 1000;

  private TrustRule() {}

  static Optional<Settlement> decide(Deliberation d, TrustWish wish) {
    Trusts trusts = d.organisationWide().actors().trusts();
    return switch (wish) {
      case TrustWish.Give give -> give(d, give, trusts);
      case TrustWish.Withdraw withdraw -> withdraw(d, withdraw, trusts);
      case TrustWish.Exchange exchange -> exchange(d, exchange, trusts);
    };
  }

  private static Optional<Settlement> give(Deliberation d, TrustWish.Give give, Trusts trusts) {
    if (trusts.terms(give.trust()).isPresent()) {
      return Settlements.refused(
          "trust-exists", "There is a trust %s already.".formatted(give.trust()));
    }
    if (trusts.given().size() >= TRUSTS_MAX) {
      return Settlements.refused(
          "trusts-full",
          "There are %d trusts, which is as many as there may be. Remove one first."
              .formatted(TRUSTS_MAX));
    }
    d.write(new TrustGiven(give.trust(), give.terms()));
    return Settlements.followed("trust-given", "Its runs are let in from now on.");
  }

  private static Optional<Settlement> withdraw(
      Deliberation d, TrustWish.Withdraw withdraw, Trusts trusts) {
    if (trusts.terms(withdraw.trust()).isEmpty()) {
      return unknown(withdraw);
    }
    d.write(new TrustWithdrawn(withdraw.trust()));
    return Settlements.followed(
        "trust-withdrawn", "Its runs are let in no more, and those that were act no more.");
  }

  private static Optional<Settlement> exchange(
      Deliberation d, TrustWish.Exchange exchange, Trusts trusts) {
    Optional<Trust> terms = trusts.terms(exchange.trust());
    if (terms.isEmpty()) {
      return unknown(exchange);
    }
    boolean known = d.organisationWide().actors().grant(exchange.token()).isPresent();
    if (known || trusts.pass(exchange.token()).isPresent()) {
      return Settlements.refused(
          "token-replayed", "This token was shown before. Ask the CI system for a new one.");
    }
    if (trusts.remembered(exchange.trust(), d.now()) >= PASSES_MAX) {
      return Settlements.refused(
          "too-many-runs",
          "%d runs were let in within a short time, which is as many as are. Wait until some of their tokens have ended."
              .formatted(PASSES_MAX));
    }
    d.write(
        new TokenExchanged(
            exchange.token(),
            exchange.trust(),
            terms.orElseThrow().role(),
            terms.orElseThrow().scope(),
            exchange.until(),
            exchange.remembered(),
            exchange.ref(),
            exchange.number()));
    return Settlements.followed("token-exchanged", "The run acts until its token ends.");
  }

  private static Optional<Settlement> unknown(TrustWish wish) {
    return Settlements.refused("unknown-trust", "There is no trust %s.".formatted(wish.trust()));
  }
}
