package dev.slipway.source.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.model.Bytes;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.event.Event;
import dev.slipway.model.image.ImageRepository;
import dev.slipway.source.Received;
import dev.slipway.source.Receiver;
import dev.slipway.source.Recognition;
import dev.slipway.source.Recognition.Recognised;
import dev.slipway.source.Recognition.Refused;
import dev.slipway.source.webhook.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for the webhooks of every host. Beside the test lie the recorded ones, in {@code
 * webhooks}, and {@code outcomes.csv}, which says what becomes of each.
 */
public abstract class ReceiverContract {

  protected static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  protected static final Bytes SECRET =
      Bytes.ofUtf8("whsec_c2xpcHdheS10cmlhbC1zZWNyZXQtb2YtMzItYnl0ZXM=");

  static final ObjectMapper JSON = new ObjectMapper();

  protected abstract Receiver receiver();

  /** The headers, by lower-case name, with which the host sends a body. */
  protected abstract Map<String, String> headers(String event, byte[] body, Bytes secret);

  /** A recorded push of a branch, and its event. */
  protected abstract String push();

  protected abstract String pushEvent();

  @ParameterizedTest
  @CsvFileSource(resources = "outcomes.csv", numLinesToSkip = 1)
  void every_recorded_webhook_has_its_outcome(String file, String event, String outcome) {
    assertThat(told(genuine(event, recorded(file)))).isEqualTo(outcome);
  }

  @Test
  void no_recorded_webhook_is_missing_from_the_table() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(getClass().getResource("webhooks"));
    String table = new String(file("outcomes.csv"), StandardCharsets.UTF_8);
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .isNotEmpty()
          .allMatch(name -> table.contains("\n" + name + ","));
    }
  }

  @ParameterizedTest
  @CsvFileSource(resources = "outcomes.csv", numLinesToSkip = 1)
  void a_field_that_is_removed_nulled_or_retyped_makes_no_other_hint(
      String file, String event, String outcome) throws IOException {
    JsonNode body = JSON.readTree(recorded(file));
    Mutations.each(body, (what, broken) -> saysNothingElse(what, event, broken, outcome));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "outcomes.csv", numLinesToSkip = 1)
  void a_field_that_is_huge_or_deep_makes_no_other_hint(String file, String event, String outcome)
      throws IOException {
    if (!outcome.startsWith("ignored")) {
      JsonNode body = JSON.readTree(recorded(file));
      Mutations.eachHuge(body, (what, broken) -> saysNothingElse(what, event, broken, outcome));
    }
  }

  /**
   * A broken body is not understood, or says less, or is understood as before; which of its
   * addresses names the repository may be another one, but it leads to the same place.
   */
  private void saysNothingElse(String what, String event, JsonNode broken, String outcome) {
    Recognition recognition = genuine(event, broken.toString().getBytes(StandardCharsets.UTF_8));
    switch (recognition) {
      case Refused refused -> assertThat(refused.kind()).as(what).isEqualTo(Refused.Kind.MALFORMED);
      case Recognised recognised when recognised.event() instanceof Event.RefsHinted hint -> {
        String[] words = outcome.split(" ", 3);
        assertThat(words[0]).as(what).isEqualTo("hint");
        assertThat(hint.repository().place())
            .as(what)
            .isIn(place(words[1]), place(words[1]).replaceFirst(":\\d+/", "/"));
        assertThat(hint.refs()).as(what).extracting(ref -> ref.value()).containsExactly(words[2]);
      }
      case Recognised recognised when recognised.event() instanceof Event.ImagesHinted ->
          assertThat(told(recognised)).as(what).isEqualTo(outcome);
      case Recognised recognised ->
          assertThat(recognised.event()).as(what).isInstanceOf(Event.Ignored.class);
    }
  }

  private static String place(String address) {
    return new RepositoryUrl(address).place();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "7", "{", "{\"ref\":", "\u0000", "{} {}", "{\"a\":1,\"a\":2}"})
  void what_is_no_webhook_is_refused(String body) {
    assertThat(genuine(pushEvent(), body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.MALFORMED));
  }

  @Test
  void a_body_beyond_the_limit_is_refused_before_anything_is_computed() {
    assertThat(send(Map.of(), new byte[Fields.BODY_SIZE_MAX + 1], SECRET))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.because().code()).isEqualTo("body-too-large"));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "outcomes.csv", numLinesToSkip = 1)
  void nothing_is_genuine_that_the_secret_of_the_address_does_not_prove(String file, String event) {
    byte[] body = recorded(file);
    Bytes other = Bytes.ofUtf8("whsec_YW5vdGhlci1zZWNyZXQtb2YtMzItYnl0ZXMtZm9yLXU=");
    assertThat(send(headers(event, body, other), body, SECRET)).satisfies(this::isNotGenuine);
    assertThat(send(headers(event, body, SECRET), body, Bytes.ofUtf8("")))
        .satisfies(this::isNotGenuine);
    assertThat(send(Map.of(), body, SECRET)).satisfies(this::isNotGenuine);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "outcomes.csv", numLinesToSkip = 1)
  void a_header_that_is_there_twice_counts_as_absent(String file, String event) {
    byte[] body = recorded(file);
    for (String header : headers(event, body, SECRET).keySet()) {
      Map<String, List<String>> twice = lists(headers(event, body, SECRET));
      Map<String, List<String>> without = lists(headers(event, body, SECRET));
      twice.computeIfPresent(header, (_, once) -> List.of(once.getFirst(), once.getFirst()));
      without.remove(header);
      assertThat(told(receiver().recognise(new Received(twice, Bytes.of(body)), SECRET, NOW)))
          .as(header)
          .isIn(
              told(receiver().recognise(new Received(without, Bytes.of(body)), SECRET, NOW)),
              "refused signature-missing");
    }
  }

  private void isNotGenuine(Recognition recognition) {
    assertThat(recognition)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.UNAUTHENTIC));
  }

  @Test
  void the_same_body_is_the_same_news_and_another_is_another() {
    byte[] body = recorded(push());
    byte[] longer =
        (new String(body, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    assertThat(key(genuine(pushEvent(), body))).isEqualTo(key(genuine(pushEvent(), body)));
    assertThat(key(genuine(pushEvent(), longer))).isNotEqualTo(key(genuine(pushEvent(), body)));
  }

  protected static String key(Recognition recognition) {
    return ((Recognised) recognition).deduplicationKey();
  }

  protected final Recognition genuine(String event, byte[] body) {
    return send(headers(event, body, SECRET), body, SECRET);
  }

  protected final Recognition send(Map<String, String> headers, byte[] body, Bytes secret) {
    return receiver().recognise(new Received(lists(headers), Bytes.of(body)), secret, NOW);
  }

  private static Map<String, List<String>> lists(Map<String, String> headers) {
    Map<String, List<String>> lists = new HashMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return lists;
  }

  protected final byte[] recorded(String name) {
    return file("webhooks/" + name);
  }

  private byte[] file(String name) {
    return read(getClass().getResourceAsStream(name), name);
  }

  static byte[] read(@Nullable InputStream resource, String name) {
    try (InputStream file = Objects.requireNonNull(resource, name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the table writes it. */
  protected static String told(Recognition recognition) {
    return switch (recognition) {
      case Refused refused -> "refused " + refused.because().code();
      case Recognised(Event.Ignored ignored, String _) -> "ignored " + ignored.because().code();
      case Recognised(Event.RefsHinted hint, String _) ->
          "hint " + hint.repository() + " " + hint.refs().getFirst();
      case Recognised(Event.ImagesHinted hint, String _) ->
          "images "
              + hint.repositories().stream()
                  .map(ImageRepository::value)
                  .collect(Collectors.joining(" "));
      case Recognised recognised -> recognised.event().toString();
    };
  }
}
