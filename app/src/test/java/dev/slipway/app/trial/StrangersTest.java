package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers in numbers and with large parcels, before a server with little memory. */
class StrangersTest {

  private static final String MAIN = "refs/heads/main";
  private static final int CAP = 25 << 20;
  private static final int STRANGERS = 100;
  private static final int GENUINE = 20;

  @TempDir private Path folder;
  private ServerProcess server;
  private Api api;

  @BeforeEach
  void start() {
    Map<String, String> little = Map.of("JAVA_TOOL_OPTIONS", "-Xmx256m");
    server = ServerProcess.start(folder.resolve("data"), little);
    api = server.api();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_body_over_the_cap_is_a_413_with_its_code_and_one_under_it_is_judged() throws IOException {
    Api.Hook hook = api.openHook("github");
    for (String header :
        List.of("Content-Length: " + (CAP + 1) + "\r\n", "Transfer-Encoding: chunked\r\n")) {
      try (Socket socket = connected()) {
        head(socket.getOutputStream(), hook.path(), header);
        int mebibytes = 0;
        while (mebibytes < 40 && wrote(socket, chunk(1 << 20))) {
          mebibytes++;
        }
        String answer = text(socket);
        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
        assertThat(answer).contains("\"code\":\"body-too-large\"", "Connection: close");
      }
    }
    String large = " ".repeat(CAP - 2) + "{}";
    assertThat(api.github(new Api.Hook(hook.path(), "wrong"), "push", large, "1").status())
        .isEqualTo(401);
    assertThat(api.github(hook, "ping", large, "2").status()).isIn(202, 400);
    assertThat(server.isAlive()).isTrue();
  }

  @Test
  void a_hundred_hostile_senders_do_not_keep_a_genuine_push_from_shipping() throws IOException {
    Repo repo = Repo.ofCommand(folder, folder.resolve("ran"));
    api.addApplication(repo.url());
    Api.Hook hook = api.openHook("github");
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger sent = new AtomicInteger();
    try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        for (int i = 0; i < STRANGERS; i++) {
          Stranger stranger = Stranger.values()[i % Stranger.values().length];
          strangers.execute(() -> pester(stranger, hook, over, sent));
        }
        while (sent.get() < STRANGERS) {
          Pause.briefly();
        }
        List<Long> millis = new ArrayList<>();
        String last = repo.head();
        for (int i = 0; i < GENUINE; i++) {
          String before = last;
          last = repo.push("Genuine " + i);
          long start = System.nanoTime();
          assertThat(api.push(hook, repo.url(), MAIN, before, last, "genuine-" + i).status())
              .isEqualTo(202);
          millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
        api.awaitInForce("shop", "staging", last);
        assertThat(millis.stream().sorted().toList().get(GENUINE / 2)).isLessThan(1000L);
        assertThat(millis).allMatch(each -> each < 5000L);
      } finally {
        over.set(true);
      }
    }
    assertThat(server.isAlive()).isTrue();
    assertThat(api.get("/api/v1/events?limit=100").path("total").asInt()).isGreaterThan(0);
  }

  /** What a stranger may send. */
  private enum Stranger {
    SLOW,
    ENDLESS,
    GARBAGE,
    UNSIGNED,
    LOST
  }

  private void pester(Stranger stranger, Api.Hook hook, AtomicBoolean over, AtomicInteger sent) {
    boolean isFirst = true;
    while (!over.get()) {
      try (Socket socket = connected()) {
        OutputStream out = socket.getOutputStream();
        switch (stranger) {
          case SLOW -> head(out, hook.path(), "Content-Length: 100000\r\n");
          case ENDLESS -> head(out, hook.path(), "Transfer-Encoding: chunked\r\n");
          case GARBAGE -> out.write(new byte[] {22, 3, 1, 0, (byte) 0xff, 13, 10, 13, 10});
          case UNSIGNED -> head(out, hook.path(), "Content-Length: 65536\r\n");
          case LOST -> head(out, "/hooks/github/nowhere", "Content-Length: 65536\r\n");
        }
        if (isFirst) {
          sent.incrementAndGet();
          isFirst = false;
        }
        byte[] part = stranger == Stranger.SLOW ? new byte[] {' '} : chunk(1 << 16);
        int parts = 0;
        while (!over.get() && parts < 500 && wrote(socket, part)) {
          parts++;
          Pause.of(100);
        }
      } catch (IOException refused) {
        Pause.of(100);
      }
    }
  }

  @Test
  void a_lookup_in_any_field_reaches_nobody_and_forges_nothing() throws IOException {
    try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String lookup =
          "${jndi:ldap://127.0.0.1:%d/a}${${lower:j}ndi:rmi://127.0.0.1:%1$d/b}"
              .formatted(listening.getLocalPort());
      Repo repo = Repo.ofCommand(folder, folder.resolve("ran"));
      api.addApplication(repo.url());
      Api.Hook hook = api.openHook("github");
      String sha = repo.push(lookup);
      api.push(hook, repo.url(), MAIN, "0".repeat(40), sha, lookup);
      api.push(hook, lookup, "refs/heads/" + lookup, lookup, lookup, lookup);
      api.github(hook, lookup, "{\"ref\":\"" + lookup + "\"}", lookup);
      api.github(new Api.Hook(hook.path(), lookup), "push", lookup, lookup);
      Map<String, String> headers = new HashMap<>();
      for (String header : List.of("User-Agent", "Referer", "X-Forwarded-For", "Cookie")) {
        headers.put(header, lookup);
      }
      headers.put("Authorization", "Bearer " + lookup);
      api.send("GET", "/api/v1/whoami?" + encoded(lookup), headers, "");
      api.send("GET", "/" + encoded(lookup), headers, "");
      headers.putAll(api.authorised());
      headers.put("Content-Type", "application/json");
      for (String path :
          List.of("/api/v1/applications", "/api/v1/tokens", "/api/v1/applications/shop/deploy")) {
        JsonNode body =
            Api.JSON
                .createObjectNode()
                .put("repository", lookup)
                .put("name", lookup)
                .put("environment", lookup)
                .put("revision", lookup);
        api.send("POST", path, headers, body.toString());
      }
      JsonNode deploy =
          Api.JSON.createObjectNode().put("environment", "dev").put("revision", lookup);
      api.post("/api/v1/applications/shop/deploy", deploy);
      JsonNode token = Api.JSON.createObjectNode().put("name", lookup).put("role", "viewer");
      assertThat(api.post("/api/v1/tokens", token).status()).isEqualTo(201);
      headers.put("Content-Type", "application/yaml");
      api.send("POST", "/api/v1/documents?file=" + encoded(lookup), headers, lookup + ": 1\n");
      api.awaitInForce("shop", "staging", sha);
      api.awaitQuiet();
      listening.setSoTimeout(200);
      assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
    }
    server.close();
    assertThat(Files.readAllLines(folder.resolve("server.log")))
        .filteredOn(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
        .allMatch(line ->
            line.matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z (INFO |WARN |ERROR) \\w+: \\P{Cntrl}*"));
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Socket connected() throws IOException {
    URI address = server.address();
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout(30_000);
    return socket;
  }

  private void head(OutputStream out, String path, String header) throws IOException {
    String request =
        "POST " + path + " HTTP/1.1\r\nHost: " + server.address().getAuthority() + "\r\n" + header;
    out.write((request + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static byte[] chunk(int size) {
    String chunk = Integer.toHexString(size) + "\r\n" + " ".repeat(size) + "\r\n";
    return chunk.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether the other side still listens, and has not answered yet. */
  private static boolean wrote(Socket socket, byte[] part) {
    try {
      if (socket.getInputStream().available() > 0) {
        return false;
      }
      socket.getOutputStream().write(part);
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  /** What the server still had to say. */
  private static String text(Socket socket) throws IOException {
    StringBuilder text = new StringBuilder();
    InputStream in = socket.getInputStream();
    byte[] part = new byte[1024];
    try {
      for (int count = in.read(part); count >= 0; count = in.read(part)) {
        text.append(new String(part, 0, count, StandardCharsets.UTF_8));
      }
    } catch (SocketTimeoutException stillOpen) {
      throw stillOpen;
    } catch (IOException reset) {
      text.append("");
    }
    return text.toString();
  }
}
