package dev.slipway.agent.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.model.SecretPath;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.SecretMissing;
import dev.slipway.runtime.secrets.SecretSources;
import dev.slipway.runtime.secrets.SecretStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Secrets in a store that speaks as Vault's key/value engine of version 2 does. Where it is and
 * which part of it may be read is in a file that the target's owner wrote, its token in another;
 * both are read each time, for a token is renewed. Redirects are not followed.
 *
 * @param settings JSON with {@code address}, and {@code mount} and {@code namespace} where they are
 *     not the usual ones
 * @param token a line
 */
public record VaultStore(Path settings, Path token) implements SecretStore {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);
  private static final int ANSWER_BYTES_MAX = 1 << 20;
  private static final int TOKEN_LENGTH_MAX = 4096;
  private static final String MOUNT = "secret";
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int SEALED = 503;

  @Override
  public byte[] of(SecretReference.Vault reference) throws SecretMissing {
    try {
      HttpURLConnection connection = asked(reference, address(reference));
      int status = connection.getResponseCode();
      if (status != OK) {
        throw SecretSources.missing(reference, refused(status, connection));
      }
      try (InputStream in = connection.getInputStream()) {
        return value(reference, JSON.readTree(in.readNBytes(ANSWER_BYTES_MAX)));
      }
    } catch (IOException e) {
      throw SecretSources.missing(
          reference, "was not told: its store cannot be reached, or does not answer as it should.");
    }
  }

  private record Address(URI server, SecretPath mount, Optional<SecretPath> namespace) {}

  private Address address(SecretReference.Vault reference) throws IOException, SecretMissing {
    if (!Files.isRegularFile(settings) || !Files.isRegularFile(token)) {
      throw SecretSources.missing(
          reference,
          "cannot be asked for: the agent's folder has no files %s and %s, which say where. Write them."
              .formatted(settings.getFileName(), token.getFileName()));
    }
    try {
      JsonNode all = JSON.readTree(Files.readAllBytes(settings));
      Address address =
          new Address(
              URI.create(all.path("address").asText()),
              new SecretPath(all.path("mount").asText(MOUNT)),
              Optional.ofNullable(all.get("namespace")).map(name -> new SecretPath(name.asText())));
      if (mayBeTold(address.server())) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      // As with an address of another kind, what it should be is told below.
    }
    throw SecretSources.missing(
        reference,
        "cannot be asked for: %s needs an 'address' that begins with https://, or is on this machine."
            .formatted(settings.getFileName()));
  }

  /** A token is not sent to where anybody on the way can read it. */
  private static boolean mayBeTold(URI server) {
    return server.getHost() != null
        && ("https".equals(server.getScheme())
            || ("http".equals(server.getScheme()) && THIS_MACHINE.contains(server.getHost())));
  }

  private HttpURLConnection asked(SecretReference.Vault reference, Address address)
      throws IOException {
    String path =
        "/v1/%s/data/%s%s"
            .formatted(
                address.mount(),
                reference.path(),
                reference.version().map(number -> "?version=" + number).orElse(""));
    HttpURLConnection connection =
        (HttpURLConnection) address.server().resolve(path).toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setConnectTimeout((int) CONNECTED_WITHIN.toMillis());
    connection.setReadTimeout((int) ANSWERED_WITHIN.toMillis());
    connection.setRequestProperty("X-Vault-Token", credential());
    connection.setRequestProperty("X-Vault-Request", "true");
    address
        .namespace()
        .ifPresent(name -> connection.setRequestProperty("X-Vault-Namespace", name.value()));
    return connection;
  }

  private String credential() throws IOException {
    try (InputStream in = Files.newInputStream(token)) {
      String text = new String(in.readNBytes(TOKEN_LENGTH_MAX), StandardCharsets.UTF_8).strip();
      if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c <= '~')) {
        throw new IOException("The token is none.");
      }
      return text;
    }
  }

  private static String refused(int status, HttpURLConnection connection) throws IOException {
    return switch (status) {
      case FORBIDDEN -> "was not told: the agent's token may not read it, or has expired.";
      case NOT_FOUND ->
          wasThere(connection)
              ? "was deleted or destroyed in its store. Refer to another version."
              : "is not in its store, as far as the agent's token may see.";
      case SEALED -> "was not told: its store is sealed or being maintained.";
      default -> "was not told: its store answers with " + status + ".";
    };
  }

  /** What was deleted is answered as what never was, but with its metadata. */
  private static boolean wasThere(HttpURLConnection connection) throws IOException {
    try (InputStream in = connection.getErrorStream()) {
      return in != null
          && JSON.readTree(in.readNBytes(ANSWER_BYTES_MAX)).at("/data/metadata").isObject();
    }
  }

  private static byte[] value(SecretReference.Vault reference, JsonNode answer)
      throws SecretMissing {
    int version = answer.at("/data/metadata/version").asInt();
    if (reference.version().filter(asked -> asked != version).isPresent()) {
      throw SecretSources.missing(
          reference, "was not told: its store answers with version %d.".formatted(version));
    }
    JsonNode field = answer.at("/data/data").path(reference.field());
    if (!field.isValueNode() || field.isNull()) {
      throw SecretSources.missing(
          reference, "has no such field in its store, or one that is no text.");
    }
    return field.asText().getBytes(StandardCharsets.UTF_8);
  }
}
