package dev.slipway.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import dev.slipway.model.trust.Claims;
import dev.slipway.model.trust.Trust;
import dev.slipway.outbound.Outbound;
import dev.slipway.source.IdentityTokens;
import dev.slipway.source.Reading;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Tokens as OpenID Connect writes them (JWS in its compact form, RFC 7515 and 7519), signed with
 * RS256 or ES256 by a key that the trusted issuer publishes. Nothing in a token says which key that
 * is but its name among those. Thread-safe.
 */
public final class IssuedTokens implements IdentityTokens {

  private static final int LENGTH_MAX = 16 * 1024;

  private final IssuerKeys keys;

  public IssuedTokens(Outbound outbound, InstantSource clock) {
    keys = new IssuerKeys(new Publications(outbound), clock);
  }

  @Override
  public Reading<Claims> read(Trust terms, String token) {
    try {
      SignedJWT signed = parsed(token);
      String key = keyName(signed.getHeader());
      JWK published = keys.named(terms.issuer(), key);
      if (!signed.verify(verifier(signed.getHeader(), published))) {
        throw new NotGenuine("token-not-genuine", "The token is not signed by its issuer.");
      }
      return new Reading.Read<>(Dialects.claims(terms, signed.getJWTClaimsSet()));
    } catch (NotGenuine e) {
      return new Reading.Unusable<>(e.because());
    } catch (Unreachable e) {
      return new Reading.Unavailable<>(e.because());
    } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException _) {
      return new Reading.Unusable<>(unreadable().because());
    }
  }

  private static SignedJWT parsed(String token) throws NotGenuine, ParseException {
    if (token.length() > LENGTH_MAX) {
      throw new NotGenuine("token-too-long", "A token has at most " + LENGTH_MAX + " characters.");
    }
    return SignedJWT.parse(token);
  }

  private static NotGenuine unreadable() {
    return new NotGenuine(
        "token-unreadable", "This is no signed token (JWT); show it as the CI system gave it.");
  }

  /** A header that brings or names keys of its own is refused whole, not only passed over. */
  private static String keyName(JWSHeader header) throws NotGenuine {
    boolean ours =
        JWSAlgorithm.RS256.equals(header.getAlgorithm())
            || JWSAlgorithm.ES256.equals(header.getAlgorithm());
    if (!ours) {
      throw new NotGenuine(
          "token-algorithm", "Only tokens that are signed with RS256 or ES256 are taken.");
    }
    boolean plain =
        header.getJWK() == null
            && header.getJWKURL() == null
            && header.getX509CertURL() == null
            && header.getX509CertChain() == null
            && header.getCriticalParams() == null
            && header.isBase64URLEncodePayload()
            && (header.getType() == null || JOSEObjectType.JWT.equals(header.getType()));
    String key = header.getKeyID();
    if (!plain || key == null || key.isBlank()) {
      throw new NotGenuine(
          "token-header",
          "The token's header has to name a key of its issuer, and may bring none of its own.");
    }
    return key;
  }

  private static JWSVerifier verifier(JWSHeader header, JWK key) throws NotGenuine, JOSEException {
    boolean fits =
        Optional.ofNullable(key.getAlgorithm()).stream().allMatch(header.getAlgorithm()::equals);
    if (fits && key instanceof RSAKey rsa && JWSAlgorithm.RS256.equals(header.getAlgorithm())) {
      return new RSASSAVerifier(rsa.toRSAPublicKey());
    }
    if (fits && key instanceof ECKey ec && JWSAlgorithm.ES256.equals(header.getAlgorithm())) {
      return new ECDSAVerifier(ec.toECPublicKey());
    }
    throw new NotGenuine("token-not-genuine", "The token is not signed by its issuer.");
  }
}
