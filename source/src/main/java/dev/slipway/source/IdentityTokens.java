package dev.slipway.source;

import dev.slipway.model.Reason;
import dev.slipway.model.trust.Claims;
import dev.slipway.model.trust.Trust;

/**
 * Reads the tokens with which CI systems say which of their runs shows them. Thread-safe; may block
 * for as long as the issuer's keys take to come.
 */
@FunctionalInterface
public interface IdentityTokens {

  /** Takes nobody's. */
  IdentityTokens NONE =
      (_, _) ->
          new Reading.Unusable<>(
              new Reason("token-not-genuine", "Tokens of CI systems are not taken here."));

  /**
   * What a token says, if its issuer's key signed it. Whether that is enough is for others to say.
   *
   * @param terms which issuer's keys count, and in which words it speaks
   * @param token from outside, of any length
   */
  Reading<Claims> read(Trust terms, String token);
}
