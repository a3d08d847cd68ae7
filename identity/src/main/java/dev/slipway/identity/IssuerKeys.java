package dev.slipway.identity;

import com.nimbusds.jose.jwk.JWK;
import dev.slipway.model.trust.Issuer;
import dev.slipway.source.Recent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of issuers, kept for a while. They are asked for again when they are old, and when a
 * token names one that is not among them, but at most once a minute each: whoever sends tokens with
 * invented names makes us ask no oftener. Where an issuer cannot be asked, what it said a few hours
 * ago still counts. Thread-safe; an issuer is asked by one thread at a time.
 */
final class IssuerKeys {

  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration COUNTS = Duration.ofHours(6);
  private static final Duration ASK_EVERY = Duration.ofMinutes(1);

  private final Publications publications;
  private final InstantSource clock;
  private final Recent<Issuer, Known> issuers = new Recent<>();

  IssuerKeys(Publications publications, InstantSource clock) {
    this.publications = publications;
    this.clock = clock;
  }

  /** What is known of one issuer. */
  private static final class Known {
    private Map<String, JWK> keys = Map.of();
    private Instant read = Instant.MIN;
    private Instant asked = Instant.MIN;
    private String trouble = "";
  }

  /**
   * The key of this name.
   *
   * @throws NotGenuine when the issuer publishes none of this name
   */
  JWK named(Issuer issuer, String name) throws NotGenuine, Unreachable {
    Known known = known(issuer);
    synchronized (known) {
      Instant now = clock.instant();
      boolean old = isPast(known.read, FRESH, now);
      if ((old || !known.keys.containsKey(name)) && isPast(known.asked, ASK_EVERY, now)) {
        ask(issuer, known, now);
      }
      if (isPast(known.read, COUNTS, now)) {
        throw new Unreachable(known.trouble);
      }
      return Optional.ofNullable(known.keys.get(name))
          .orElseThrow(() ->
              new NotGenuine(
                  "token-key",
                  "The issuer publishes no key of the name that the token gives. If it has just changed its keys, try again in a minute."));
    }
  }

  private synchronized Known known(Issuer issuer) {
    return issuers
        .get(issuer)
        .orElseGet(() -> {
          Known unknown = new Known();
          issuers.put(issuer, unknown);
          return unknown;
        });
  }

  private void ask(Issuer issuer, Known known, Instant now) {
    known.asked = now;
    try {
      known.keys = publications.keys(issuer);
      known.read = now;
    } catch (Unreachable e) {
      known.trouble = e.because().sentence();
    }
  }

  private static boolean isPast(Instant since, Duration span, Instant now) {
    return since.equals(Instant.MIN) || !now.isBefore(since.plus(span));
  }
}
