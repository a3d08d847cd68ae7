package dev.slipway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.slipway.model.trust.Issuer;
import dev.slipway.outbound.Answer;
import dev.slipway.outbound.Call;
import dev.slipway.outbound.Outbound;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads which keys an issuer signs with: where they lie stands at a fixed place below its address
 * (OpenID Connect Discovery 1.0, section 4), and there they are (RFC 7517). Thread-safe; blocks.
 */
final class Publications {

  private static final int KEYS_MAX = 50;
  private static final int RSA_BITS_MIN = 2048;
  private static final int OK = 200;

  private final Outbound outbound;

  Publications(Outbound outbound) {
    this.outbound = outbound;
  }

  /** The keys that tokens can be signed with, by their names. */
  Map<String, JWK> keys(Issuer issuer) throws Unreachable {
    try {
      Map<String, Object> said =
          JSONObjectUtils.parse(text(issuer, issuer + "/.well-known/openid-configuration"));
      if (!issuer.value().equals(said.get("issuer"))) {
        throw new Unreachable(
            "%s says that it is another issuer. Look at the trust's issuer.".formatted(issuer));
      }
      return usable(JWKSet.parse(text(issuer, address(issuer, said))).getKeys(), said);
    } catch (ParseException _) {
      throw new Unreachable(
          "What %s publishes is not as OpenID Connect has it. Look at the trust's issuer."
              .formatted(issuer));
    }
  }

  /** Keys come by https, and without it only for an issuer on this machine. */
  private static String address(Issuer issuer, Map<String, Object> said) throws Unreachable {
    String keys = said.get("jwks_uri") instanceof String text ? text : "";
    boolean plain = issuer.value().startsWith("http:") && keys.startsWith(issuer + "/");
    if (!keys.startsWith("https://") && !plain) {
      throw new Unreachable("%s does not say where its keys lie.".formatted(issuer));
    }
    return keys;
  }

  private static Map<String, JWK> usable(List<JWK> keys, Map<String, Object> said) {
    Optional<List<?>> algorithms = algorithms(said);
    Map<String, JWK> named = new HashMap<>();
    keys.stream()
        .limit(KEYS_MAX)
        .filter(key -> key.getKeyID() != null && !key.isPrivate())
        .filter(key -> key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
        .filter(key ->
            algorithm(key).stream()
                .anyMatch(it -> algorithms.stream().allMatch(all -> all.contains(it))))
        .forEach(key -> named.putIfAbsent(key.getKeyID(), key));
    return Map.copyOf(named);
  }

  private static Optional<List<?>> algorithms(Map<String, Object> said) {
    return said.get("id_token_signing_alg_values_supported") instanceof List<?> list
        ? Optional.of(list)
        : Optional.empty();
  }

  private static Optional<String> algorithm(JWK key) {
    if (key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve())) {
      return Optional.of("ES256");
    }
    return key instanceof RSAKey rsa && bits(rsa) >= RSA_BITS_MIN
        ? Optional.of("RS256")
        : Optional.empty();
  }

  private static int bits(RSAKey key) {
    try {
      return key.toRSAPublicKey().getModulus().bitLength();
    } catch (JOSEException _) {
      return 0;
    }
  }

  private String text(Issuer issuer, String url) throws Unreachable {
    return switch (outbound.call(Call.get(url, Map.of()).staying())) {
      case Answer.Answered answered when answered.status() == OK && !answered.cut() ->
          answered.body();
      case Answer.Answered answered ->
          throw new Unreachable(
              "%s answered with status %d when it was asked for its keys, or with too much."
                  .formatted(issuer, answered.status()));
      case Answer.Refused refused -> throw new Unreachable(refused.sentence());
      case Answer.Failed failed ->
          throw new Unreachable(
              "%s could not be asked for its keys: %s".formatted(issuer, failed.sentence()));
    };
  }
}
