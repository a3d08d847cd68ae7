package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strings and streams of strangers, sent to a server in a process of its own. */
class HostileTest {

  private static final String ZERO = "0".repeat(40);
  private static final int MANY_CHUNKS = 1024;
  private static final int SLOW_BYTES_MAX = 120;

  private static final String DOCUMENT =
      """
      application: shop
      repository: REPOSITORY
      services:
        web: {run: ./web}
      route: [dev]
      """;

  /** Git keeps a branch in a file of its name; what is longer is only told of. */
  private static final int FILE_NAME_MAX = 250;

  @TempDir private Path folder;
  private ServerProcess server;
  private Api api;

  @BeforeEach
  void start() {
    server = ServerProcess.start(folder.resolve("data"));
    api = server.api();
  }

  @AfterEach
  void no_line_of_the_log_is_forged() throws IOException {
    server.close();
    String log = Files.readString(folder.resolve("server.log"));
    assertThat(log).doesNotContain("\r", "\u001b", "\u2028");
    for (String line : log.lines().toList()) {
      assertThat(line)
          .matches("\\P{Cntrl}*+")
          .matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z (INFO |WARN |ERROR) \\w+: .*");
    }
  }

  @Test
  void a_body_that_is_too_large_endless_compressed_or_slow_is_cut_off() throws IOException {
    Api.Hook hook = api.openHook("github");
    assertThat(answer(hook, "Content-Length: 99999999999\r\n", "{", 0)).startsWith("HTTP/1.1 413");
    assertThat(answer(hook, "Content-Encoding: gzip\r\nContent-Length: 1\r\n", "{", 0))
        .startsWith("HTTP/1.1 415");
    String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
    assertThat(answer(hook, "Transfer-Encoding: chunked\r\n", chunk, MANY_CHUNKS))
        .startsWith("HTTP/1.1 413");
    assertThat(answer(hook, "Content-Length: 100000\r\n", " ", SLOW_BYTES_MAX))
        .startsWith("HTTP/1.1 408");
    assertThat(api.find("/healthz")).isPresent();
  }

  @Test
  void a_hostile_branch_is_text_and_never_a_file_an_option_or_a_command() throws IOException {
    Path ran = folder.resolve("ran");
    Repo repo = Repo.ofCommand(folder, ran);
    api.addApplication(repo.url());
    Api.Hook hook = api.openHook("github");
    List<String> before = files();
    String sha = repo.commit("Hostile");
    for (JsonNode branch :
        Api.JSON.readTree(Recordings.resource("branch-names.json")).get("branches")) {
      String ref = "refs/heads/" + branch.get("name").asText();
      if (branch.get("refAcceptedByGit").asBoolean() && ref.length() < FILE_NAME_MAX) {
        repo.git("push", "-q", "origin", "HEAD:" + ref);
      }
      Api.Answer answer = api.push(hook, repo.url(), ref, ZERO, sha, "hostile");
      assertThat(answer.status()).as(ref).isIn(202, 400);
      if (answer.status() == 202) {
        String event = "/api/v1/entries/" + answer.json().path("position").asText();
        assertThat(api.get(event).path("payload").toString())
            .contains(Api.JSON.getNodeFactory().textNode(ref).toString());
      }
    }
    api.awaitQuiet();
    assertThat(api.shipped("shop")).isEmpty();
    String genuine = repo.push("Genuine");
    api.push(hook, repo.url(), "refs/heads/main", ZERO, genuine, "genuine");
    api.awaitInForce("shop", "staging", genuine);
    assertThat(Files.readAllLines(ran)).containsExactly("dev " + genuine, "staging " + genuine);
    Files.delete(ran);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void hostile_addresses_paths_and_documents_are_refused_and_change_nothing() throws IOException {
    Repo repo = Repo.ofCommand(folder, folder.resolve("ran"));
    Path canary = folder.resolve("canary");
    for (String address :
        List.of(
            "ext::touch " + canary,
            "--upload-pack=touch " + canary,
            "ssh://-oProxyCommand=touch " + canary + "/x",
            "file:///etc/passwd",
            "gopher://127.0.0.1:6379/_INFO",
            "http://169.254.169.254/latest/meta-data/iam/",
            "http://[fd00:ec2::254]/shop",
            "http://[fe80::1]/shop",
            "http://[::ffff:169.254.169.254]/shop",
            "http://2852039166/shop",
            "http://0xa9.254.169.254/shop",
            "http://metadata.google.internal/computeMetadata/v1",
            "http://0.0.0.0/shop",
            "https://user:pass@127.0.0.1/x",
            "x\r\n2026-01-01T00:00:00Z INFO  slipway: forged")) {
      refused(Api.JSON.createObjectNode().put("repository", address));
    }
    for (String address : List.of("http://169.254.169.254/shop", "http://[fd00:ec2::254]/shop")) {
      Api.Answer answer = applied(DOCUMENT.replace("REPOSITORY", address));
      assertThat(answer.status()).as(address).isEqualTo(422);
      assertThat(answer.json().path("problems").path(0).path("code").asText())
          .isEqualTo("repository-host-refused");
    }
    for (String path :
        List.of(
            "../secret",
            "../../../../etc/passwd",
            "/etc/passwd",
            "a/../../b",
            "a\u0000.yaml",
            ".git/config",
            "..\\..\\windows",
            "file:///etc/passwd",
            "--output=" + canary,
            "\u001b[31m\r\nforged")) {
      refused(Api.JSON.createObjectNode().put("repository", repo.url()).put("path", path));
    }
    for (String yaml :
        List.of(
            "application: a\nb: &b [x, x]\nc: &c [*b, *b]\nd: [*c, *c]\n",
            "application: a\napplication: b\n",
            "application: !!javax.script.ScriptEngineManager []\n",
            "[".repeat(3000))) {
      Api.Answer answer = applied(yaml);
      assertThat(answer.status()).as(yaml).isEqualTo(422);
      assertThat(answer.json().path("problems").path(0).path("line").asInt()).as(yaml).isPositive();
    }
    assertThat(api.get("/api/v1/applications").path("total").asInt()).isZero();
    assertThat(canary).doesNotExist();
  }

  private void refused(ObjectNode wish) {
    Api.Answer answer = api.post("/api/v1/applications", wish);
    assertThat(answer.status()).as("%s: %s", wish, answer).isBetween(400, 499);
  }

  private Api.Answer applied(String yaml) {
    Map<String, String> headers = new HashMap<>(api.authorised());
    headers.put("Content-Type", "application/yaml");
    headers.put("Idempotency-Key", "yaml");
    return api.send("POST", "/api/v1/documents", headers, yaml);
  }

  /** What is there beside the server's own folders. */
  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Sends a head and then parts until there is an answer; returns its first line. */
  private String answer(Api.Hook hook, String header, String part, int repeats) throws IOException {
    URI address = server.address();
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      String host = "Host: " + address.getAuthority() + "\r\n";
      write(out, "POST " + hook.path() + " HTTP/1.1\r\n" + host + header + "\r\n");
      for (int i = 0; i <= repeats && socket.getInputStream().available() == 0; i++) {
        if (!write(out, part)) {
          break;
        }
        if (repeats == SLOW_BYTES_MAX) {
          Pause.of(500);
        }
      }
      byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
      return new String(Arrays.copyOf(start, start.length), StandardCharsets.US_ASCII);
    }
  }

  /** Whether the other side still listens. */
  private static boolean write(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return true;
    } catch (IOException closed) {
      return false;
    }
  }
}
