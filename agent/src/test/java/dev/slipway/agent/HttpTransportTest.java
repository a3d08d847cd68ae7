package dev.slipway.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.agent.disk.AgentFolder;
import dev.slipway.agent.disk.FileArchives;
import dev.slipway.agent.http.HttpTransport;
import dev.slipway.codec.Digests;
import dev.slipway.codec.Signatures;
import dev.slipway.codec.SigningKey;
import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import dev.slipway.wire.agent.EnrolRequest;
import dev.slipway.wire.agent.EnrolResponse;
import dev.slipway.wire.agent.RequestSignature;
import dev.slipway.wire.agent.SyncRequest;
import dev.slipway.wire.agent.SyncResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HttpTransportTest {

  private static final byte[] BLOB = "archive".getBytes(StandardCharsets.UTF_8);
  private static final ActorId AGENT = new ActorId("agent-1");

  @TempDir Path folder;

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private final HttpServer server;
  private final HttpTransport transport;

  HttpTransportTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    transport =
        new HttpTransport(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            key,
            InstantSource.system(),
            executor);
  }

  @BeforeEach
  void begin() {
    server.createContext("/agent/v1/enrol", exchange -> answer(exchange, 200, ENROLLED));
    server.createContext("/agent/v1/sync", this::sync);
    server.createContext(
        "/agent/v1/blobs/",
        exchange -> {
          boolean has = exchange.getRequestURI().getPath().endsWith(Digests.sha256(BLOB).value());
          boolean signed = isSigned(exchange, new byte[0]);
          answer(
              exchange,
              signed ? has ? 200 : 404 : 401,
              has ? new String(BLOB, StandardCharsets.UTF_8) : "");
        });
    server.start();
  }

  private static final String ENROLLED =
      """
      {"agent":"agent-1","organisation":"main","environment":"staging","target":"local",
       "root":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","certificates":["c"],"new":1}
      """;

  @AfterEach
  void end() {
    server.stop(0);
    executor.shutdownNow();
  }

  private void sync(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    answer(exchange, isSigned(exchange, body) ? 200 : 401, "{\"orders\":[\"o\"]}");
  }

  private boolean isSigned(HttpExchange exchange, byte[] body) {
    long timestamp = Long.parseLong(exchange.getRequestHeaders().getFirst("Slipway-Timestamp"));
    byte[] message =
        RequestSignature.message(
            exchange.getRequestMethod(), exchange.getRequestURI().getPath(), timestamp, body);
    return Signatures.verify(
        key.publicKey(),
        message,
        Base64.getDecoder().decode(exchange.getRequestHeaders().getFirst("Slipway-Signature")));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static <T> T join(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void requests_are_signed_and_answers_read() throws Exception {
    SyncResponse response =
        join(
            transport.sync(
                AGENT,
                new SyncRequest(
                    Optional.of("1"), "boot", 1, List.of(), Map.of(), Optional.empty(), 0)));
    assertThat(response.orders()).containsExactly("o");
    assertThat(response.certificates()).isEmpty();
  }

  @Test
  void a_blob_is_kept_only_under_its_own_digest() throws Exception {
    FileArchives archives = new FileArchives(folder.resolve("archives"), InstantSource.system());
    Digest digest = Digests.sha256(BLOB);
    assertThat(join(transport.blob(AGENT, digest, in -> archives.keep(digest, in)))).isTrue();
    assertThat(archives.open(digest)).hasBinaryContent(BLOB);
    Digest other = Digests.sha256(new byte[1]);
    assertThatThrownBy(() -> join(transport.blob(AGENT, digest, in -> archives.keep(other, in))))
        .hasMessageContaining("another digest");
    assertThat(archives.has(other)).isFalse();
  }

  @Test
  void a_blob_that_the_server_lacks_is_no_failure() throws Exception {
    assertThat(join(transport.blob(AGENT, Digests.sha256(new byte[2]), _ -> {}))).isFalse();
  }

  @Test
  void a_refusal_is_a_failure() {
    HttpTransport other =
        new HttpTransport(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            SigningKey.generate(new SecureRandom()),
            InstantSource.system(),
            executor);
    assertThatThrownBy(() ->
            join(
                other.sync(
                    AGENT,
                    new SyncRequest(
                        Optional.of("1"), "boot", 1, List.of(), Map.of(), Optional.empty(), 0))))
        .hasMessageContaining("401");
  }

  @Test
  void an_enrolled_agent_remembers_who_it_is_and_keeps_its_key_to_itself() throws Exception {
    AgentFolder agent = AgentFolder.open(folder.resolve("agent"));
    SigningKey first = agent.key(new SecureRandom());
    EnrolResponse response =
        join(
            transport.enrol(
                new EnrolRequest(
                    "token", first.publicKey().base64(), Optional.empty(), Optional.empty())));
    Identity identity = agent.keep(response, URI.create("http://server:1"));
    AgentFolder again = AgentFolder.open(folder.resolve("agent"));
    assertThat(again.identity()).contains(identity);
    assertThat(again.server()).contains(URI.create("http://server:1"));
    assertThat(again.key(new SecureRandom()).publicKey()).isEqualTo(first.publicKey());
    assertThat(permissions("agent")).isEqualTo("rwx------");
    assertThat(permissions("agent/key")).isEqualTo("rw-------");
  }

  private String permissions(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path)));
  }
}
