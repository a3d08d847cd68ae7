package dev.slipway.http;

import dev.slipway.ledger.Directory;
import dev.slipway.loop.Loop;
import dev.slipway.loop.access.TrustDesk;
import dev.slipway.model.ActorId;
import dev.slipway.model.Reason;
import dev.slipway.model.trust.Claims;
import dev.slipway.model.trust.Trust;
import dev.slipway.source.IdentityTokens;
import dev.slipway.source.Reading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Tokens whose signature is the word {@code signed}: after it come their id, the repository's
 * number and the ref, between blanks.
 */
record PlainTokens(InstantSource clock) implements IdentityTokens {

  static TrustDesk desk(
      Loop loop,
      Directory directory,
      Executor threads,
      InstantSource clock,
      Supplier<ActorId> identities,
      Supplier<String> secrets) {
    return new TrustDesk(
        directory,
        loop.commands(),
        loop.memory(),
        loop.refusals(),
        new PlainTokens(clock),
        (_, task) -> threads.execute(task),
        clock,
        identities,
        secrets);
  }

  @Override
  public Reading<Claims> read(Trust terms, String token) {
    String[] said = token.split(" ", -1);
    if (!said[0].equals("signed")) {
      return new Reading.Unusable<>(new Reason("token-not-genuine", "Not signed."));
    }
    Instant now = clock.instant();
    return new Reading.Read<>(
        new Claims(
            terms.issuer().value(),
            List.of(terms.audience()),
            "subject",
            said[1],
            Optional.of(now.plusSeconds(300)),
            Optional.empty(),
            Optional.of(now),
            new Claims.Run("acme/shop", said[2], said[3], "push", "123", "", "")));
  }
}
