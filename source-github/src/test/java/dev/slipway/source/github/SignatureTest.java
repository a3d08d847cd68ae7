package dev.slipway.source.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.model.Bytes;
import dev.slipway.source.Received;
import dev.slipway.source.Recognition;
import dev.slipway.source.Recognition.Recognised;
import dev.slipway.source.Recognition.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

  static Stream<JsonNode> vectors() throws IOException {
    return new ObjectMapper().readTree(Hooks.file("signatures.json")).get("vectors").valueStream();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void every_vector_has_its_outcome(JsonNode vector) {
    byte[] body =
        vector.has("bodyFile")
            ? Hooks.file(vector.get("bodyFile").textValue())
            : vector.get("body").textValue().getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new HashMap<>();
    headers.put("x-github-event", vector.path("X-GitHub-Event").asText("ping"));
    if (vector.get("X-Hub-Signature-256").isTextual()) {
      headers.put("x-hub-signature-256", vector.get("X-Hub-Signature-256").textValue());
    }
    headers.put("x-hub-signature", "sha1=b77c32d87fc89bf16cb789ffb3893a63b51c490e");

    Recognition recognition =
        Hooks.send(headers, body, Bytes.ofUtf8(vector.get("secret").textValue()));

    boolean unauthentic =
        recognition instanceof Refused refused && refused.kind() == Refused.Kind.UNAUTHENTIC;
    assertThat(unauthentic).isEqualTo(!vector.get("expect").textValue().equals("accept"));
  }

  @Test
  void a_repeated_signature_header_counts_as_absent() {
    byte[] body = Hooks.file("webhooks/ping.json");
    String good = "sha256=" + Hooks.hmac(body);
    Received twice =
        new Received(
            Map.of("x-github-event", List.of("ping"), "x-hub-signature-256", List.of(good, good)),
            Bytes.of(body));
    assertThat(new GitHubReceiver().recognise(twice, Hooks.SECRET, Hooks.NOW))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.because().code()).isEqualTo("signature-missing"));
  }

  @Test
  void without_a_secret_nothing_is_genuine() {
    assertThat(
            Hooks.send(
                Map.of("x-github-event", "ping"),
                Hooks.file("webhooks/ping.json"),
                Bytes.ofUtf8("")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.because().code()).isEqualTo("secret-missing"));
  }

  @Test
  void the_same_body_is_the_same_news_under_every_delivery_id() {
    byte[] body = Hooks.file("webhooks/push.branch-updated.json");
    assertThat(
            Stream.of("1", "2", "3")
                .map(id ->
                    Hooks.send(
                        Map.of(
                            "x-github-event",
                            "push",
                            "x-hub-signature-256",
                            "sha256=" + Hooks.hmac(body),
                            "x-github-delivery",
                            id),
                        body,
                        Hooks.SECRET))
                .map(recognition -> ((Recognised) recognition).deduplicationKey())
                .distinct())
        .containsExactly("sha256:44abee70a08299a985b6ef79189bee3fff232683aa16291b4d02b322f76f0b78");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ping", "create", "delete", "status", "check_suite", "pull_request", "gollum", ""})
  void a_push_under_another_name_is_refused(String event) {
    assertThat(Hooks.signed(event, Hooks.file("webhooks/push.branch-updated.json")))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.MALFORMED));
  }
}
