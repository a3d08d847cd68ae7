package dev.slipway.source.github;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.source.github.Contract.Operation;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One GitHub App, where it is installed, and the tokens that it was given; as strict as GitHub
 * about the time and about what a token may do. Not thread-safe.
 */
final class Apps {

  private static final String SLUG = "slipway-of-team";
  private static final long LIFE_MAX = 600;
  private static final Map<String, String> PERMISSIONS =
      Map.of(
          "/check-runs",
          "checks",
          "/deployments",
          "deployments",
          "/pulls",
          "pull_requests",
          "/issues/",
          "pull_requests");
  private static final long TOKEN_LIFE = 3_600;

  private final String issuer;
  private final PublicKey key;
  private final InstantSource clock;
  private final Map<String, Installation> installations = new TreeMap<>();
  private final Map<String, Given> given = new TreeMap<>();
  private int ids = 1;

  private record Installation(int id, Map<String, String> permissions, boolean suspended) {}

  private record Given(String repository, Map<String, String> permissions, Instant expires) {}

  /** Which permission an operation needs. */
  private record Needed(String permission, boolean write) {}

  Apps(String issuer, PublicKey key, InstantSource clock) {
    this.issuer = issuer;
    this.key = key;
    this.clock = clock;
  }

  void install(String repository, Map<String, String> permissions) {
    installations.put(repository, new Installation(ids++, permissions, false));
  }

  void suspend(String repository) {
    installations.computeIfPresent(
        repository, (_, it) -> new Installation(it.id(), it.permissions(), true));
    revoke();
  }

  void uninstall(String repository) {
    installations.remove(repository);
    revoke();
  }

  /** No token that was given is taken any more. */
  void revoke() {
    given.clear();
  }

  /** Whether an operation is one of an App as itself, and not as an installation. */
  static boolean isOfApp(Operation operation) {
    return operation.template().endsWith("/installation")
        || operation.template().startsWith("/app");
  }

  /** As whom a token writes. */
  static String author(String bearer) {
    return bearer.equals(GitHubStandIn.TOKEN) ? KeptPulls.OWNER : SLUG + "[bot]";
  }

  /** What is wrong with whoever says to be the App; nothing if it is. */
  Optional<String> wrong(String bearer) {
    try {
      String[] parts = bearer.split("\\.", -1);
      JsonNode header = decoded(parts[0]);
      JsonNode claims = decoded(parts[1]);
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(key);
      signature.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
      long now = clock.instant().getEpochSecond();
      long issued = claims.path("iat").asLong();
      long expires = claims.path("exp").asLong();
      boolean genuine =
          parts.length == 3
              && header.path("alg").asText().equals("RS256")
              && signature.verify(Base64.getUrlDecoder().decode(parts[2]))
              && claims.path("iss").asText().equals(issuer);
      if (!genuine) {
        return Optional.of("A JSON web token could not be decoded");
      }
      if (issued > now) {
        return Optional.of("'Issued at' claim ('iat') must be an Integer in the past");
      }
      if (expires > now + LIFE_MAX || expires - issued > LIFE_MAX) {
        return Optional.of("'Expiration time' claim ('exp') is too far in the future");
      }
      return expires > now
          ? Optional.empty()
          : Optional.of("'Expiration' claim ('exp') must be a numeric value of the future");
    } catch (GeneralSecurityException | IOException | RuntimeException _) {
      return Optional.of("A JSON web token could not be decoded");
    }
  }

  private static JsonNode decoded(String part) throws IOException {
    return Contract.JSON.readTree(Base64.getUrlDecoder().decode(part));
  }

  Answered answered(Operation operation, JsonNode wish) {
    if (operation.template().equals("/app")) {
      return new Answered(200, ((ObjectNode) Contract.example("integration")).put("slug", SLUG));
    }
    return operation.template().endsWith("/installation")
        ? installation(repository(operation))
        : token(operation.names().getOrDefault("installation_id", ""), wish);
  }

  private Answered installation(String repository) {
    return Optional.ofNullable(installations.get(repository))
        .map(it -> {
          ObjectNode answer = (ObjectNode) Contract.example("installation");
          answer.put("id", it.id());
          if (it.suspended()) {
            answer.put("suspended_at", clock.instant().toString());
          }
          return new Answered(200, answer);
        })
        .orElseGet(() -> Answered.message(404, "Not Found"));
  }

  private Answered token(String id, JsonNode wish) {
    Optional<Map.Entry<String, Installation>> found =
        installations.entrySet().stream()
            .filter(it -> Integer.toString(it.getValue().id()).equals(id))
            .findFirst();
    if (found.isEmpty()) {
      return Answered.message(404, "Not Found");
    }
    String repository = found.orElseThrow().getKey();
    Installation installation = found.orElseThrow().getValue();
    if (installation.suspended()) {
      return Answered.message(403, "This installation has been suspended");
    }
    Map<String, String> wanted = new TreeMap<>();
    wish.path("permissions")
        .properties()
        .forEach(it -> wanted.put(it.getKey(), it.getValue().asText()));
    boolean granted =
        wanted.entrySet().stream()
            .allMatch(it -> allows(installation.permissions(), it.getKey(), it.getValue()));
    boolean known =
        wish.path("repositories").size() == 1
            && repository.endsWith("/" + wish.path("repositories").path(0).asText());
    if (!granted || !known) {
      return Answered.message(
          422, "The permissions requested are not granted to this installation.");
    }
    String token = "ghs_" + ids++;
    Instant expires = clock.instant().plusSeconds(TOKEN_LIFE);
    given.put(token, new Given(repository, wanted, expires));
    ObjectNode answer = (ObjectNode) Contract.example("installation-token");
    answer.put("token", token).put("expires_at", expires.toString());
    answer.set("permissions", wish.path("permissions"));
    return new Answered(201, answer);
  }

  /**
   * Why whoever has a token may not do something; nothing where they may.
   *
   * @param apps the App, where there is one
   */
  static Optional<Answered> refusal(Optional<Apps> apps, String bearer, Operation operation) {
    if (!isOfApp(operation) && bearer.equals(GitHubStandIn.TOKEN)) {
      return Optional.empty();
    }
    if (apps.isEmpty()) {
      return Optional.of(Answered.message(401, "Bad credentials"));
    }
    Apps app = apps.orElseThrow();
    return isOfApp(operation)
        ? app.wrong(bearer).map(wrong -> Answered.message(401, wrong))
        : app.refusal(bearer, operation);
  }

  /** Why a token may not do something; nothing where it may. */
  Optional<Answered> refusal(String token, Operation operation) {
    Given known = given.get(token);
    if (known == null || !clock.instant().isBefore(known.expires())) {
      return Optional.of(Answered.message(401, "Bad credentials"));
    }
    if (!known.repository().equals(repository(operation))) {
      return Optional.of(Answered.message(404, "Not Found"));
    }
    Needed needed = needed(operation);
    return allows(known.permissions(), needed.permission(), needed.write() ? "write" : "read")
        ? Optional.empty()
        : Optional.of(Answered.message(403, "Resource not accessible by integration"));
  }

  private static Needed needed(Operation operation) {
    String permission =
        PERMISSIONS.entrySet().stream()
            .filter(part -> operation.template().contains(part.getKey()))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse("statuses");
    return new Needed(permission, !operation.method().equals("GET"));
  }

  private static boolean allows(Map<String, String> permissions, String name, String access) {
    String allowed = permissions.getOrDefault(name, "");
    return allowed.equals("write") || (allowed.equals(access) && !access.isEmpty());
  }

  private static String repository(Operation operation) {
    return operation.names().get("owner") + "/" + operation.names().get("repo");
  }
}
