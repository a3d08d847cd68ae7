package dev.slipway.cli.server;

import dev.slipway.cli.Failure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Which server, and with which token. {@code SLIPWAY_URL} and {@code SLIPWAY_TOKEN} say it; on the
 * machine of a first run the server's data folder does.
 *
 * @param token absent where none is known; the server then says that it wants one
 */
public record Place(URI server, Optional<String> token) {

  /** Where a server listens unless told otherwise. */
  public static final String DEFAULT_ADDRESS = "http://127.0.0.1:7070";

  private static final int FILE_LENGTH_MAX = 4096;

  /** Finds server and token from the environment's variables and the data folder. */
  public static Place find(Map<String, String> variables, Path data) {
    Optional<String> asked = value(variables, "SLIPWAY_URL");
    Optional<String> local = line(data.resolve("address"));
    URI server = asked.or(() -> local).map(Place::address).orElseGet(Place::usual);
    Optional<String> token = token(variables);
    // Whoever is let in on another's word shows nothing else, least of all what lies about.
    if (value(variables, "SLIPWAY_TRUST").isPresent()) {
      if (token.isPresent()) {
        throw Failure.because("SLIPWAY_TOKEN and SLIPWAY_TRUST are both set; unset one of them.");
      }
      return new Place(server, Optional.empty());
    }
    // The folder's token is for the folder's server: it is never shown to another one.
    boolean ours =
        asked.isEmpty() || server.equals(local.map(Place::address).orElseGet(Place::usual));
    return new Place(server, token.isPresent() || !ours ? token : line(data.resolve("token")));
  }

  /** The data folder that the environment's variables mean. */
  public static Path dataFolder(Map<String, String> variables) {
    String home = value(variables, "HOME").orElseGet(() -> System.getProperty("user.home", "."));
    return value(variables, "SLIPWAY_DATA")
        .map(Path::of)
        .orElseGet(() -> Path.of(home, ".local/share/slipway"));
  }

  private static URI usual() {
    return URI.create(DEFAULT_ADDRESS);
  }

  private static URI address(String text) {
    String whole = text.contains("://") ? text : "http://" + text;
    try {
      URI uri = URI.create(whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException _) {
      // Answered below, with the address in the sentence.
    }
    throw Failure.because(
        "'" + text + "' is not a server's address; SLIPWAY_URL looks like " + DEFAULT_ADDRESS);
  }

  /** An empty one is no word for the token of the first run: somebody wanted another. */
  private static Optional<String> token(Map<String, String> variables) {
    Optional<String> token = value(variables, "SLIPWAY_TOKEN");
    if (token.isEmpty() && variables.containsKey("SLIPWAY_TOKEN")) {
      throw Failure.because(
          "SLIPWAY_TOKEN is set and empty. Set it to a token, or unset it to use the one of the"
              + " server on this machine.");
    }
    return token;
  }

  private static Optional<String> value(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  private static Optional<String> line(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > FILE_LENGTH_MAX) {
        return Optional.empty();
      }
      return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
    } catch (IOException e) {
      throw Failure.because(
          "Cannot read " + file + " (" + e.getMessage() + "); set SLIPWAY_URL and SLIPWAY_TOKEN.");
    }
  }
}
