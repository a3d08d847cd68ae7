package dev.slipway.wire.agent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What an enrolled agent signs of each request: {@code METHOD\nPATH\nTIMESTAMP\nhex(sha256(body))}
 * in UTF-8, with its Ed25519 key. The server refuses a timestamp that is far from its own clock.
 * Stateless.
 */
public final class RequestSignature {

  /** The header with the agent's actor id. */
  public static final String AGENT = "Slipway-Agent";

  /** The header with the time of the request, in seconds since 1970. */
  public static final String TIMESTAMP = "Slipway-Timestamp";

  /** The header with the signature, standard Base64. */
  public static final String SIGNATURE = "Slipway-Signature";

  private RequestSignature() {}

  /**
   * The bytes to sign or to verify.
   *
   * @param path the request's path as sent, without host and query
   */
  public static byte[] message(String method, String path, long timestamp, byte[] body) {
    String digest = HexFormat.of().formatHex(sha256(body));
    return (method + "\n" + path + "\n" + timestamp + "\n" + digest)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
