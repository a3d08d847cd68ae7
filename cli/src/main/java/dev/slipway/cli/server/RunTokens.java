package dev.slipway.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Failure;
import dev.slipway.cli.show.Fields;
import dev.slipway.wire.ExchangeToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What a run of a CI system acts with: exchanged when it is first needed, and again shortly before
 * it ends, where the CI system gives the run another token. Nothing of it is written anywhere. Not
 * thread-safe.
 */
public final class RunTokens {

  private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);

  private final RunIdentity identity;
  private final InstantSource clock;
  private String secret = "";
  private Instant ends = Instant.EPOCH;

  public RunTokens(RunIdentity identity, InstantSource clock) {
    this.identity = identity;
    this.clock = clock;
  }

  /**
   * The token that counts now.
   *
   * @param server where it is exchanged, without any credential
   */
  public String at(Server server) {
    Instant now = clock.instant();
    boolean due = identity.canAskAgain() && !now.plus(BEFORE_ITS_END).isBefore(ends);
    if (secret.isEmpty() || due) {
      JsonNode _ = exchange(server);
    } else if (!now.isBefore(ends)) {
      throw Failure.because(
          "The token of this run has ended, and SLIPWAY_ID_TOKEN counts once. What was asked goes on"
              + " at the server. Have the trust's tokens last longer: slipway trust add --minutes.");
    }
    return secret;
  }

  /** Exchanges what the CI system signed, and gives the server's own answer. */
  public JsonNode exchange(Server server) {
    JsonNode answer =
        server.ask(
            Request.once(
                new ExchangeToken(identity.trust(), identity.token()), "tokens", "exchange"));
    secret = Fields.text(answer, "secret");
    ends = Instant.parse(Fields.text(answer, "expiresAt"));
    return answer;
  }
}
