package dev.slipway.source.github;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The private key of a GitHub App, and what is signed with it: a JSON Web Token by RS256, which is
 * RSASSA-PKCS1-v1_5 with SHA-256. It says nothing of itself as text. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515">RFC 7515: JSON Web Signature</a>
 * @see <a
 *     href="https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app">
 *     GitHub: generating a JSON Web Token for a GitHub App</a>
 */
final class AppKey {

  /** GitHub's clock may be behind, and then it would be of the future. */
  private static final Duration BEFORE = Duration.ofSeconds(60);

  /** GitHub takes none that is for longer than ten minutes, by its own clock. */
  private static final Duration AFTER = Duration.ofMinutes(8);

  private static final int BITS_MIN = 2048;
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (?<kind>RSA )?PRIVATE KEY-----(?<base64>[A-Za-z0-9+/=\\s]+)"
              + "-----END (RSA )?PRIVATE KEY-----");

  /** Version 0, and the algorithm rsaEncryption without parameters, as PKCS#8 has them. */
  private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int SHORT_MAX = 127;

  private final PrivateKey key;

  private AppKey(PrivateKey key) {
    this.key = key;
  }

  /** Reads PEM, as PKCS#1, which GitHub hands out, or PKCS#8; empty where it is no such key. */
  static Optional<AppKey> read(String pem) {
    Matcher matcher = PEM.matcher(pem.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(matcher.group("base64"));
      byte[] pkcs8 = matcher.group("kind") == null ? der : wrapped(der);
      PrivateKey key =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      return key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= BITS_MIN
          ? Optional.of(new AppKey(key))
          : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** PKCS#8 is PKCS#1 with a word before it that says so. */
  private static byte[] wrapped(byte[] pkcs1) {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    inner.writeBytes(RSA);
    inner.writeBytes(tagged(OCTETS, pkcs1));
    return tagged(SEQUENCE, inner.toByteArray());
  }

  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length <= SHORT_MAX) {
      out.write(content.length);
    } else {
      byte[] length = BigInteger.valueOf(content.length).toByteArray();
      int sign = length[0] == 0 ? 1 : 0;
      out.write(0x80 | (length.length - sign));
      out.write(length, sign, length.length - sign);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  /**
   * A token by which the App says who it is.
   *
   * @param app its number or its client id
   * @param now by GitHub's clock, as far as that is known
   */
  String token(String app, Instant now) {
    String header = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(UTF_8));
    String claims =
        "{\"iat\":%d,\"exp\":%d,\"iss\":\"%s\"}"
            .formatted(now.minus(BEFORE).getEpochSecond(), now.plus(AFTER).getEpochSecond(), app);
    String signed = header + "." + base64(claims.getBytes(UTF_8));
    return signed + "." + base64(signature(signed.getBytes(US_ASCII)));
  }

  @Override
  public String toString() {
    return "the private key of an App";
  }

  private byte[] signature(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("This Java signs no RS256", impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
