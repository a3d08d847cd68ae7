package dev.slipway.source.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Bytes;
import dev.slipway.model.RefName;
import dev.slipway.model.Sha;
import dev.slipway.model.event.Event;
import dev.slipway.source.Received;
import dev.slipway.source.Recognition;
import dev.slipway.source.Recognition.Recognised;
import dev.slipway.source.Recognition.Refused;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsReceiverTest {

  private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
  private static final String HEAD =
      "{\"specversion\":\"1.0\",\"type\":\"t\",\"source\":\"/ci/7\",\"id\":\"42\"";
  private static final String NAMED = "\"application\":\"shop\",\"sha\":\"" + SHA + "\"";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"data\":{@}",
        "@",
        "\"data\":{\"context\":{},\"customData\":{@}}",
        "\"data\":{\"context\":{},\"subject\":{\"id\":\"x\",\"content\":{@}}}"
      })
  void an_event_that_names_application_and_commit_is_announced(String rest) {
    assertThat(Senders.signed(HEAD + "," + rest.replace("@", NAMED) + "}"))
        .isEqualTo(
            new Recognised(
                new Event.Announced(
                    "t",
                    "/ci/7",
                    "42",
                    new ApplicationName("shop"),
                    new Sha(SHA),
                    Optional.empty()),
                "/ci/7 42"));
  }

  @Test
  void a_ref_may_be_told_too() {
    String data = ",\"data\":{" + NAMED + ",\"ref\":\"refs/heads/main\"}}";
    assertThat(Senders.signed(HEAD + data))
        .isInstanceOfSatisfying(
            Recognised.class,
            recognised ->
                assertThat(((Event.Announced) recognised.event()).ref())
                    .contains(new RefName("refs/heads/main")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                     | 'specversion'",
        "{'specversion':'0.3'}                                  | 'specversion'",
        "{'specversion':'1.0'}                                  | 'type'",
        "{'specversion':'1.0','type':''}                        | 'type'",
        "{'specversion':'1.0','type':'t'}                       | 'source'",
        "{'specversion':'1.0','type':'t','source':'a b'}        | 'source'",
        "{'specversion':'1.0','type':'t','source':'s'}          | 'id'",
        "{'specversion':'1.0','type':'t','source':'s','id':7}   | 'id'",
        "H,'data':{'sha':'S'}}                                  | 'data.application'",
        "H,'data':{'application':'-x','sha':'S'}}               | 'data.application'",
        "H,'data':{'application':'shop'}}                       | 'data.sha'",
        "H,'data':{'application':'shop','sha':'0123456'}}       | 'data.sha'",
        "H,'data':{'application':'shop','sha':null}}            | 'data.sha'",
        "H,'data':{'application':'shop','sha':'S','ref':'main'}}| 'data.ref'",
        "H,'data':{'application':'shop','sha':'S','ref':3}}     | 'data.ref'",
        "H,'application':'shop'}                                | 'sha'",
      },
      quoteCharacter = '`')
  void a_wrong_field_is_named(String body, String field) {
    String json =
        body.replace('\'', '"').replace("H,", HEAD + ",").replace("\"S\"", '"' + SHA + '"');
    assertThat(Senders.signed(json))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.kind()).isEqualTo(Refused.Kind.MALFORMED);
              assertThat(refused.because().sentence()).contains("field " + field);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "example-1.json, ignored",
    "example-3.json, ignored",
    "example-5.json, ignored",
    "example-7-batch.json, body-not-an-object",
  })
  void the_examples_of_the_specification_have_their_outcome(String file, String outcome) {
    assertThat(told(Senders.signed(Senders.file(file)))).isEqualTo(outcome);
  }

  static List<String> examples() throws IOException, URISyntaxException {
    var folder = Objects.requireNonNull(EventsReceiverTest.class.getResource("cdevents"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.map(file -> "cdevents/" + file.getFileName()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void the_examples_of_cdevents_announce_nothing_of_ours(String file) {
    assertThat(told(Senders.signed(HEAD + ",\"data\":" + Senders.file(file) + "}")))
        .isEqualTo("ignored");
  }

  static Stream<String> unreadable() {
    return Stream.of(
        "",
        "{",
        HEAD,
        HEAD + "} {}",
        HEAD + ",\"id\":\"43\"}",
        HEAD + ",\"data\":" + "[".repeat(100_000),
        HEAD + ",\"data\":" + "[".repeat(65) + "]".repeat(65) + "}",
        HEAD + ",\"data\":\u0000}");
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void what_is_no_event_is_refused(String body) {
    assertThat(told(Senders.signed(body))).isIn("body-not-readable", "body-not-an-object");
  }

  @Test
  void a_large_body_is_refused() {
    assertThat(told(Senders.signed(HEAD + ",\"data\":\"" + "x".repeat(1 << 20) + "\"}")))
        .isEqualTo("body-too-large");
  }

  @Test
  void the_binary_mode_is_refused_for_its_attributes_are_not_signed() {
    String body = "{}";
    Received received =
        new Received(
            Map.of(
                "ce-specversion", List.of("1.0"),
                "webhook-id", List.of("m"),
                "webhook-timestamp", List.of("1614265330"),
                "webhook-signature", List.of("v1," + Senders.hmac("m.1614265330." + body))),
            Bytes.ofUtf8(body));
    assertThat(told(new EventsReceiver().recognise(received, Senders.SECRET, Senders.NOW)))
        .isEqualTo("binary-mode");
  }

  private static String told(Recognition recognition) {
    return switch (recognition) {
      case Refused refused -> refused.because().code();
      case Recognised(Event.Ignored _, String _) -> "ignored";
      case Recognised(Event.RefsHinted _, String _) -> "hint";
      case Recognised(Event.ChecksHinted _, String _) -> "checks";
      case Recognised(Event.ImagesHinted _, String _) -> "images";
      case Recognised(Event.Announced _, String _) -> "announced";
    };
  }
}
