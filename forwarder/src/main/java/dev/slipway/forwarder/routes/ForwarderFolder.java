package dev.slipway.forwarder.routes;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The folder by which a forwarder is told what to do. Whoever wants doors keeps a file of {@link
 * Routes} in {@code routes/} and only ever replaces it whole, by renaming a {@code .part}; each
 * forwarder that runs has a folder {@code run/PID-TICKS/}, in which a file of the same name says
 * with a {@link Standing} what came of it.
 *
 * <p>While one forwarder takes over from another, both are there. Routes are in force when every
 * forwarder that lives says so, and a way is idle when every one of them does.
 */
public record ForwarderFolder(Path root) {

  /** Files that end so are being written, and are not looked at. */
  public static final String PART = ".part";

  public Path routes() {
    return root.resolve("routes");
  }

  public Path run() {
    return root.resolve("run");
  }

  /** Names the text of a file of routes. */
  public static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
