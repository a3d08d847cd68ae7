package dev.slipway.http.gate;

import dev.slipway.http.Refusal;
import dev.slipway.loop.door.Agents;
import dev.slipway.loop.door.Credentials;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.wire.agent.RequestSignature;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out who asks. Thread-safe. */
public final class Gate {

  public static final String SESSION_COOKIE = "slipway-session";
  private static final String BEARER = "bearer ";
  private static final int SECRET_LENGTH_MAX = 256;
  private static final int AGENT_PER_SECOND = 50;
  private static final int AGENT_BURST = 200;
  private static final long SKEW_SECONDS_MAX = 300;
  private static final Set<String> SAFE = Set.of("GET", "HEAD");

  private final Credentials credentials;
  private final InstantSource clock;
  private final Pace agents;

  public Gate(Credentials credentials, InstantSource clock) {
    this.credentials = credentials;
    this.clock = clock;
    agents = new Pace(AGENT_PER_SECOND, AGENT_BURST, clock);
  }

  /** The actor that asks, by its token or by its session. */
  public Caller.Someone actor(Exchange exchange) {
    Caller.Someone someone = known(exchange).orElseThrow(Refusal::unauthorized);
    if (someone.session().isPresent()) {
      refuseForgery(exchange);
    }
    return someone;
  }

  /**
   * Whether the credential of a request that goes on for long still stands for the same actor: a
   * token may be revoked and a session closed while their streams are open.
   */
  public Standing standing(Exchange exchange, Caller.Someone before) {
    return new Standing(clock, () -> known(exchange).equals(Optional.of(before)));
  }

  private Optional<Caller.Someone> known(Exchange exchange) {
    Optional<String> header = exchange.header("Authorization");
    return header.isPresent() ? byToken(header.orElseThrow()) : bySession(exchange);
  }

  private Optional<Caller.Someone> byToken(String header) {
    return Optional.of(header)
        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .filter(text -> text.length() <= BEARER.length() + SECRET_LENGTH_MAX)
        .flatMap(text -> credentials.byToken(text.substring(BEARER.length()).strip()))
        .map(holder -> new Caller.Someone(holder, Optional.empty()));
  }

  private Optional<Caller.Someone> bySession(Exchange exchange) {
    return exchange
        .cookie(SESSION_COOKIE)
        .filter(secret -> secret.length() <= SECRET_LENGTH_MAX)
        .flatMap(secret ->
            credentials
                .bySession(secret)
                .map(holder -> new Caller.Someone(holder, Optional.of(secret))));
  }

  /** Another site's page can make a browser send the cookie, but not this header. */
  private static void refuseForgery(Exchange exchange) {
    if (!SAFE.contains(exchange.method())
        && !exchange.header("Slipway-Request").equals(Optional.of("1"))) {
      throw Refusal.of(
          403, "request-header-missing", "A browser sends Slipway-Request: 1 with what it wishes.");
    }
  }

  /** The agent that signed this request with its body. */
  public Caller agent(Exchange exchange, byte[] body) {
    try {
      long timestamp = Long.parseLong(header(exchange, RequestSignature.TIMESTAMP));
      if (Math.abs(clock.instant().getEpochSecond() - timestamp) > SKEW_SECONDS_MAX) {
        throw Refusal.of(
            401, "clock-apart", "The request's time is more than five minutes from the server's.");
      }
      byte[] message =
          RequestSignature.message(exchange.method(), exchange.path(), timestamp, body);
      byte[] signature = Base64.getDecoder().decode(header(exchange, RequestSignature.SIGNATURE));
      return credentials
          .byAgent(
              new ActorId(header(exchange, RequestSignature.AGENT)),
              Bytes.of(message),
              Bytes.of(signature))
          .map(enrolled -> paced(exchange, enrolled))
          .orElseThrow(Refusal::unauthorized);
    } catch (IllegalArgumentException e) {
      throw Refusal.unauthorized();
    }
  }

  private Caller paced(Exchange exchange, Agents.Enrolled enrolled) {
    agents.admit(exchange, enrolled.agent().value());
    return new Caller.Agent(enrolled, calls -> agents.expect(enrolled.agent().value(), calls));
  }

  private static String header(Exchange exchange, String name) {
    return exchange.header(name).orElseThrow(Refusal::unauthorized);
  }
}
