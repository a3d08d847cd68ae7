package dev.slipway.views.projection;

import dev.slipway.model.command.TrustWish;
import dev.slipway.model.entry.TokenExchanged;
import dev.slipway.model.entry.TrustGiven;
import java.util.Locale;

/** Who was let in on another's word, in a sentence each. Stateless. */
final class TrustSentences {

  static final String WITHDRAWN = "Runs are let in no more, and those that were act no more.";

  private TrustSentences() {}

  static String of(TrustGiven it) {
    return "Runs of repository %s at %s may act as %s from now on."
        .formatted(
            it.terms().repository(),
            String.join(", ", it.terms().refs()),
            it.terms().role().name().toLowerCase(Locale.ROOT));
  }

  static String of(TokenExchanged it) {
    return "Run %s at %s acts as %s until %s."
        .formatted(it.number(), it.ref(), it.role().name().toLowerCase(Locale.ROOT), it.until());
  }

  static String of(TrustWish wish) {
    return switch (wish) {
      case TrustWish.Give it ->
          "Letting runs of repository %s in was asked for.".formatted(it.terms().repository());
      case TrustWish.Withdraw _ -> "Letting runs in no more was asked for.";
      case TrustWish.Exchange it -> "Run " + it.number() + " asked to be let in.";
    };
  }
}
