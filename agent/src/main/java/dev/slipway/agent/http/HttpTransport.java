package dev.slipway.agent.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.agent.port.Transport;
import dev.slipway.codec.SigningKey;
import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import dev.slipway.wire.WireJson;
import dev.slipway.wire.agent.EnrolRequest;
import dev.slipway.wire.agent.EnrolResponse;
import dev.slipway.wire.agent.LogParcel;
import dev.slipway.wire.agent.LogStandings;
import dev.slipway.wire.agent.RequestSignature;
import dev.slipway.wire.agent.SecretsRequest;
import dev.slipway.wire.agent.SecretsResponse;
import dev.slipway.wire.agent.SyncRequest;
import dev.slipway.wire.agent.SyncResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Talks with the server over HTTP/1.1 with kept connections. Each call blocks one thread of the
 * executor until it is answered, so the executor must have one to spare for the question that the
 * server holds. Requests are signed after enrolment, redirects are not followed. Thread-safe.
 */
public final class HttpTransport implements Transport {

  private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(5);
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
  private static final int ANSWER_BYTES_MAX = 64 << 20;
  private static final int PROBLEM_BYTES_MAX = 64 << 10;
  private static final JsonMapper JSON = WireJson.forAgents(ANSWER_BYTES_MAX);
  private static final int OK = 200;
  private static final int REDIRECTED = 300;
  private static final int NOT_FOUND = 404;

  private final URI server;
  private final SigningKey key;
  private final InstantSource clock;
  private final Executor executor;

  /** Talks with the server at an address such as {@code http://127.0.0.1:7070}. */
  public HttpTransport(URI server, SigningKey key, InstantSource clock, Executor executor) {
    this.server = server;
    this.key = key;
    this.clock = clock;
    this.executor = executor;
  }

  @Override
  public CompletionStage<EnrolResponse> enrol(EnrolRequest request) {
    return call(() ->
        posted(Optional.empty(), "/agent/v1/enrol", request, Duration.ZERO, EnrolResponse.class));
  }

  @Override
  public CompletionStage<SyncResponse> sync(ActorId agent, SyncRequest request) {
    Duration held = Duration.ofMillis(request.holdMillis());
    return call(
        () -> posted(Optional.of(agent), "/agent/v1/sync", request, held, SyncResponse.class));
  }

  /** Says what the agent has of the key of its environment, and asks for what it lacks. */
  public CompletionStage<SecretsResponse> secrets(ActorId agent, SecretsRequest request) {
    return call(() ->
        posted(
            Optional.of(agent),
            "/agent/v1/secrets",
            request,
            Duration.ZERO,
            SecretsResponse.class));
  }

  @Override
  public CompletionStage<LogStandings> logs(ActorId agent, LogParcel parcel) {
    return call(() ->
        posted(
            Optional.of(agent),
            "/agent/v1/logs",
            "application/octet-stream",
            parcel.bytes(),
            Duration.ZERO,
            LogStandings.class));
  }

  @Override
  public CompletionStage<Boolean> blob(ActorId agent, Digest digest, Sink sink) {
    return call(() -> fetched(agent, digest, sink));
  }

  private boolean fetched(ActorId agent, Digest digest, Sink sink) throws IOException {
    String path = "/agent/v1/blobs/" + digest;
    HttpURLConnection connection = opened("GET", path, Duration.ZERO);
    sign(connection, agent, "GET", path, new byte[0]);
    if (connection.getResponseCode() == NOT_FOUND) {
      drain(connection);
      return false;
    }
    try (InputStream in = answer(connection)) {
      sink.keep(in);
    }
    return true;
  }

  private <T> T posted(
      Optional<ActorId> agent, String path, Object request, Duration held, Class<T> type)
      throws IOException {
    byte[] body = JSON.writeValueAsBytes(request);
    return posted(agent, path, "application/json", body, held, type);
  }

  private <T> T posted(
      Optional<ActorId> agent,
      String path,
      String contentType,
      byte[] body,
      Duration held,
      Class<T> type)
      throws IOException {
    HttpURLConnection connection = opened("POST", path, held);
    if (agent.isPresent()) {
      sign(connection, agent.get(), "POST", path, body);
    }
    connection.setRequestProperty("Content-Type", contentType);
    connection.setDoOutput(true);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
    try (InputStream in = answer(connection)) {
      byte[] bytes = in.readNBytes(ANSWER_BYTES_MAX + 1);
      if (bytes.length > ANSWER_BYTES_MAX) {
        throw new IOException("The server's answer is too long.");
      }
      return JSON.readValue(bytes, type);
    }
  }

  private HttpURLConnection opened(String method, String path, Duration held) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) server.resolve(path).toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) CONNECTED_WITHIN.toMillis());
    connection.setReadTimeout((int) held.plus(ANSWERED_WITHIN).toMillis());
    return connection;
  }

  private void sign(
      HttpURLConnection connection, ActorId agent, String method, String path, byte[] body) {
    long timestamp = clock.instant().getEpochSecond();
    byte[] signature = key.sign(RequestSignature.message(method, path, timestamp, body));
    connection.setRequestProperty(RequestSignature.AGENT, agent.value());
    connection.setRequestProperty(RequestSignature.TIMESTAMP, Long.toString(timestamp));
    connection.setRequestProperty(
        RequestSignature.SIGNATURE, Base64.getEncoder().encodeToString(signature));
  }

  /** The content of an answer that is one; any other is a failure, and its connection is kept. */
  private static InputStream answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status < OK || status >= REDIRECTED) {
      throw Refused.of(status, problem(connection), JSON);
    }
    return connection.getInputStream();
  }

  private static byte[] problem(HttpURLConnection connection) throws IOException {
    try (InputStream error = connection.getErrorStream()) {
      return error == null ? new byte[0] : error.readNBytes(PROBLEM_BYTES_MAX);
    }
  }

  private static void drain(HttpURLConnection connection) throws IOException {
    try (InputStream error = connection.getErrorStream()) {
      if (error != null) {
        error.skip(ANSWER_BYTES_MAX);
      }
    }
  }

  private <T> CompletionStage<T> call(Call<T> call) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return call.run();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        executor);
  }

  /** One request with its answer. */
  @FunctionalInterface
  private interface Call<T> {
    T run() throws IOException;
  }
}
