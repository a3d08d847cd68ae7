package dev.slipway.source.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Bytes;
import dev.slipway.source.Received;
import dev.slipway.source.Receiver;
import dev.slipway.source.contract.ReceiverContract;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What registries tell of. */
class RegistryReceiverTest extends ReceiverContract {

  private static final String PUSH = "distribution.push.manifest-tag.json";

  @Override
  protected Receiver receiver() {
    return new RegistryReceiver();
  }

  @Override
  protected Map<String, String> headers(String event, byte[] body, Bytes secret) {
    return Map.of("authorization", "Bearer " + secret.utf8());
  }

  @Override
  protected String push() {
    return PUSH;
  }

  @Override
  protected String pushEvent() {
    return "distribution";
  }

  @Test
  void the_secret_may_come_as_a_password_or_as_the_whole_header_too() {
    byte[] body = recorded(PUSH);
    String login = Base64.getEncoder().encodeToString(("hook:" + SECRET.utf8()).getBytes(UTF_8));
    for (String shown : List.of("Basic " + login, "basic " + login, SECRET.utf8())) {
      assertThat(told(send(Map.of("authorization", shown), body, SECRET)))
          .isEqualTo("images 127.0.0.1:38471/example/guestbook");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer ", "Bearer", "Basic !!", "Basic ", "Basic Og==", "whsec_"})
  void what_is_not_the_secret_is_refused(String shown) {
    assertThat(told(send(Map.of("authorization", shown), recorded(PUSH), SECRET)))
        .isEqualTo("refused token-wrong");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "push   | application/vnd.oci.image.index.v1+json | images a.example/team/shop",
        "push   | application/vnd.oci.empty.v1+json       | ignored no-image-moved",
        "delete | application/octet-stream                | images a.example/team/shop",
        "mount  | application/vnd.oci.image.index.v1+json | ignored no-image-moved",
      })
  void only_what_may_move_a_tag_is_a_hint(String action, String mediaType, String outcome) {
    assertThat(told(genuine("", envelope(event(action, mediaType, "a.example", "team/shop")))))
        .isEqualTo(outcome);
  }

  @Test
  void of_several_repositories_each_is_named_once_and_a_hundred_at_most() {
    String kind = "application/vnd.oci.image.manifest.v1+json";
    String two =
        List.of("b", "a", "b").stream()
            .map(path -> event("push", kind, "a.example", path))
            .collect(Collectors.joining(","));
    assertThat(told(genuine("", envelope(two)))).isEqualTo("images a.example/a a.example/b");
    String many =
        IntStream.range(0, 500)
            .mapToObj(i -> event("push", kind, "a.example", "shop" + i))
            .collect(Collectors.joining(","));
    assertThat(told(genuine("", envelope(many))).split(" ")).hasSize(101);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc", "a b", "A", "", "-oProxy", "a//b", "a?x=1", "a#b", "a@b"})
  void what_is_no_repository_is_not_taken_for_one(String path) {
    String event = event("push", "application/vnd.oci.image.manifest.v1+json", "h.example", path);
    assertThat(told(genuine("", envelope(event)))).isEqualTo("refused field-not-usable");
  }

  @Test
  void the_host_that_whoever_pushed_used_counts_and_else_the_one_of_the_address() {
    String text = new String(recorded(PUSH), UTF_8);
    String elsewhere = text.replace("\"host\": \"127.0.0.1:38471\"", "\"host\": \"h.example\"");
    assertThat(told(genuine("", elsewhere.getBytes(UTF_8))))
        .isEqualTo("images h.example/example/guestbook");
    String nowhere = text.replace("\"host\": \"127.0.0.1:38471\"", "\"host\": \"$(id)\"");
    assertThat(told(genuine("", nowhere.getBytes(UTF_8))))
        .isEqualTo("images 127.0.0.1:38471/example/guestbook");
  }

  @Test
  void where_a_body_holds_no_time_the_next_one_is_news_although_it_looks_the_same() {
    byte[] body = recorded("quay.repo_push.json");
    Received received =
        new Received(Map.of("authorization", List.of("Bearer " + SECRET.utf8())), Bytes.of(body));
    assertThat(key(receiver().recognise(received, SECRET, NOW)))
        .isNotEqualTo(key(receiver().recognise(received, SECRET, NOW.plusMillis(1))));
  }

  @Test
  void a_body_that_no_registry_sends_is_refused() {
    assertThat(told(genuine("", "{\"specversion\":\"1.0\"}".getBytes(UTF_8))))
        .isEqualTo("refused notice-unknown");
  }

  private static byte[] envelope(String events) {
    return ("{\"events\":[" + events + "]}").getBytes(UTF_8);
  }

  private static String event(String action, String mediaType, String host, String path) {
    return "{\"action\":\"%s\",\"target\":{\"mediaType\":\"%s\",\"repository\":\"%s\"},\"request\":{\"host\":\"%s\"}}"
        .formatted(action, mediaType, path, host);
  }
}
