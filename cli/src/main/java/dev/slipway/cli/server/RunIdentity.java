package dev.slipway.cli.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.cli.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Which run of a CI system this is, as the CI system itself signs it. GitHub Actions tells where to
 * ask for that in two variables, where the job has {@code permissions: id-token: write}; GitLab
 * puts it into a variable that {@code id_tokens} names.
 */
public final class RunIdentity {

  private static final String TRUST = "SLIPWAY_TRUST";
  private static final String AUDIENCE = "SLIPWAY_AUDIENCE";
  private static final String GIVEN = "SLIPWAY_ID_TOKEN";
  private static final String REQUEST_URL = "ACTIONS_ID_TOKEN_REQUEST_URL";
  private static final String REQUEST_TOKEN = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";
  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 15_000;
  private static final int ANSWER_BYTES_MAX = 64 << 10;

  private final String trust;
  private final Map<String, String> variables;
  private final JsonMapper json;

  private RunIdentity(String trust, Map<String, String> variables, JsonMapper json) {
    this.trust = trust;
    this.variables = Map.copyOf(variables);
    this.json = json;
  }

  /** The run's, where {@code SLIPWAY_TRUST} says on whose word it is to be let in. */
  public static Optional<RunIdentity> of(Map<String, String> variables, JsonMapper json) {
    return Optional.ofNullable(variables.get(TRUST))
        .filter(trust -> !trust.isBlank())
        .map(trust -> new RunIdentity(trust.strip(), variables, json));
  }

  /** The id of the trust. */
  String trust() {
    return trust;
  }

  /** Whether another token can be had when this one has ended. */
  boolean canAskAgain() {
    return variable(GIVEN).isEmpty();
  }

  /** A token that the CI system signed for this run. */
  String token() {
    return variable(GIVEN).orElseGet(this::asked);
  }

  private String asked() {
    String url =
        variable(REQUEST_URL)
            .orElseThrow(() ->
                Failure.because(
                    """
                    SLIPWAY_TRUST is set, but this job has no identity to show.
                    GitHub Actions: give the job 'permissions: {id-token: write}'.
                    Elsewhere: put the CI system's signed token into SLIPWAY_ID_TOKEN, or set SLIPWAY_TOKEN instead.\
                    """));
    String audience = variable(AUDIENCE).orElseGet(() -> "slipway:" + trust);
    String whole =
        url
            + (url.contains("?") ? "&" : "?")
            + "audience="
            + URLEncoder.encode(audience, StandardCharsets.UTF_8);
    try {
      HttpURLConnection connection = connection(whole);
      connection.setRequestProperty(
          "Authorization", "Bearer " + variable(REQUEST_TOKEN).orElse(""));
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw Failure.because(
            "GitHub Actions answered %d when it was asked for this run's token. Look at the job's permissions."
                .formatted(status));
      }
      return value(connection.getInputStream());
    } catch (IOException | URISyntaxException | ClassCastException e) {
      throw Failure.because(
          "This run's token could not be had from where %s says (%s)."
              .formatted(REQUEST_URL, e.getClass().getSimpleName()));
    }
  }

  /** Nothing is followed: what lets us ask is for this address alone. */
  private static HttpURLConnection connection(String url) throws IOException, URISyntaxException {
    URI uri = new URI(url);
    boolean here = "127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost());
    if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && here)) {
      throw Failure.because(REQUEST_URL + " has to be an https address.");
    }
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setInstanceFollowRedirects(false);
    connection.setRequestProperty("Accept", "application/json");
    return connection;
  }

  private String value(InputStream in) throws IOException {
    try (in) {
      String token =
          json.readTree(in.readNBytes(ANSWER_BYTES_MAX)).path("value").asText("").strip();
      if (token.isEmpty()) {
        throw Failure.because("GitHub Actions answered without a token.");
      }
      return token;
    } catch (JsonProcessingException _) {
      throw Failure.because("GitHub Actions answered with something that is no token.");
    }
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }
}
