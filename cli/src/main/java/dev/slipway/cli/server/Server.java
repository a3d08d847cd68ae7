package dev.slipway.cli.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The server, asked one thing after the other. Redirects are not followed, so the token goes where
 * it was meant to and nowhere else. {@link HttpURLConnection} because the newer client costs every
 * start of the command line a third of a second.
 */
public final class Server {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 60_000;
  private static final int ANSWER_BYTES_MAX = 64 << 20;
  private static final int PAGE_SIZE_MAX = 100;

  private final Place place;
  private final Supplier<String> idempotencyKey;
  private final ObjectMapper json;
  private final Supplier<Optional<String>> token;

  /**
   * @param idempotencyKey makes the key of one wish: sent twice by the transport, it is still one
   */
  public Server(Place place, Supplier<String> idempotencyKey, ObjectMapper json) {
    this(place, idempotencyKey, json, place::token);
  }

  private Server(
      Place place,
      Supplier<String> idempotencyKey,
      ObjectMapper json,
      Supplier<Optional<String>> token) {
    this.place = place;
    this.token = token;
    this.idempotencyKey = idempotencyKey;
    this.json = json;
  }

  /** The same, asked as a run of a CI system. */
  public Server as(RunTokens run) {
    return new Server(place, idempotencyKey, json, () -> Optional.of(run.at(this)));
  }

  /** Where it is. */
  public Place place() {
    return place;
  }

  /** Asks, and gives the answer's body; missing where there is none. */
  public JsonNode ask(Request request) {
    try {
      HttpURLConnection connection = open(request, READ_MILLIS, "application/json");
      int status = connection.getResponseCode();
      byte[] bytes = status < 400 ? read(connection.getInputStream()) : errorOf(connection);
      if (status >= 300) {
        throw Problems.failure(status, parsed(bytes), place, request);
      }
      return parsed(bytes).orElseThrow(() -> Problems.notSlipway(place, "its answer is not JSON"));
    } catch (IOException e) {
      throw Problems.unreachable(place, e);
    }
  }

  /**
   * A list, page after page.
   *
   * @param limit how many items at most; where there are more, {@code next} stays in the answer
   */
  public JsonNode list(Request request, int limit) {
    ObjectNode whole = json.createObjectNode();
    ArrayNode items = whole.putArray("items");
    Optional<String> cursor = Optional.empty();
    do {
      int wanted = Math.min(PAGE_SIZE_MAX, limit - items.size());
      JsonNode page = ask(request.with("limit", String.valueOf(wanted)).with("cursor", cursor));
      page.path("items").forEach(items::add);
      whole.set("total", page.path("total"));
      cursor = Optional.ofNullable(page.get("next")).map(JsonNode::asText);
    } while (cursor.isPresent() && items.size() < limit);
    cursor.ifPresent(next -> whole.put("next", next));
    return whole;
  }

  /** Opens a stream of server-sent events; the caller closes it. */
  InputStream stream(Request request, int readMillis) throws IOException {
    HttpURLConnection connection = open(request, readMillis, "text/event-stream");
    int status = connection.getResponseCode();
    if (status != HttpURLConnection.HTTP_OK) {
      byte[] bytes = errorOf(connection);
      if (status >= HttpURLConnection.HTTP_INTERNAL_ERROR) {
        throw new IOException("the server answered " + status);
      }
      throw Problems.failure(status, parsed(bytes), place, request);
    }
    return connection.getInputStream();
  }

  /** A part of a log; the caller closes it. */
  public LogBytes log(Request request) throws IOException {
    HttpURLConnection connection;
    int status;
    try {
      connection = open(request, READ_MILLIS, "application/octet-stream, application/problem+json");
      status = connection.getResponseCode();
    } catch (IOException e) {
      throw Problems.unreachable(place, e);
    }
    if (status != HttpURLConnection.HTTP_OK) {
      throw Problems.failure(status, parsed(errorOf(connection)), place, request);
    }
    return LogBytes.of(connection);
  }

  private HttpURLConnection open(Request request, int readMillis, String accept)
      throws IOException {
    HttpURLConnection connection = connection(request.target());
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(readMillis);
    connection.setInstanceFollowRedirects(false);
    connection.setRequestMethod(request.method());
    connection.setRequestProperty("Accept", accept);
    token
        .get()
        .ifPresent(shown -> connection.setRequestProperty("Authorization", "Bearer " + shown));
    if (request.wish()) {
      connection.setRequestProperty("Idempotency-Key", idempotencyKey.get());
    }
    if (request.body().isPresent()) {
      byte[] body = json.writeValueAsBytes(request.body().get());
      connection.setRequestProperty("Content-Type", "application/json");
      // Nothing is streamed: a streamed request gets no body with a 401.
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
    }
    return connection;
  }

  private HttpURLConnection connection(String target) throws IOException {
    try {
      // A base path in front (a proxy's) stays; the target's parts are encoded already.
      return (HttpURLConnection) new URI(place.server() + target).toURL().openConnection();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static byte[] errorOf(HttpURLConnection connection) throws IOException {
    InputStream errors = connection.getErrorStream();
    return errors == null ? new byte[0] : read(errors);
  }

  private static byte[] read(InputStream in) throws IOException {
    try (in) {
      byte[] bytes = in.readNBytes(ANSWER_BYTES_MAX + 1);
      if (bytes.length > ANSWER_BYTES_MAX) {
        throw new IOException("the answer is larger than " + ANSWER_BYTES_MAX + " bytes");
      }
      return bytes;
    }
  }

  private Optional<JsonNode> parsed(byte[] bytes) throws IOException {
    try {
      return Optional.of(json.readTree(bytes));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }
}
