package dev.slipway.source.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.source.webhook.FieldsReading.Unreadable;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  private static final Set<String> WANTED = Set.of("ref", "repository.url");

  @Test
  void wanted_texts_are_kept_with_the_names_at_the_top() {
    assertThat(
            read(
                """
                {"ref": "a", "repository": {"url": "b", "owner": {"url": "c"}, "ref": "d"},
                 "other": {"url": "e"}, "gone": null, "url": "f"}
                """))
        .isEqualTo(
            new Fields(
                Set.of("ref", "repository", "other", "url"),
                Map.of("ref", "a", "repository.url", "b")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ref\": 7, \"repository\": \"b\"}",
        "{\"ref\": {\"ref\": \"a\"}, \"repository\": [{\"url\": \"b\"}]}",
        "{\"repository\": {\"url\": {\"url\": \"b\"}}}",
        "{\"repository.url\": \"b\", \"ref\": [\"a\"]}",
      })
  void what_is_not_text_is_not_there(String body) {
    assertThat(read(body))
        .isInstanceOfSatisfying(Fields.class, fields -> assertThat(fields.texts()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "7",
        "{\"ref\": \"a\", \"ref\": \"b\"}",
        "{} {}",
        "{\"ref\": \"a\"}]",
        "{\"repository\": {\"url\": \"a\"",
      })
  void what_is_no_object_or_says_something_twice_is_unreadable(String body) {
    assertThat(read(body)).isInstanceOf(Unreadable.class);
  }

  @Test
  void depth_members_and_text_have_a_limit() {
    assertThat(read("{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}")).isInstanceOf(Fields.class);
    assertThat(read("{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}"))
        .isInstanceOf(Unreadable.class);
    assertThat(read(members(1000))).isInstanceOf(Fields.class);
    assertThat(read(members(1001))).isInstanceOf(Unreadable.class);
    assertThat(read("{\"ref\":\"" + "x".repeat(5 << 20) + "\"}")).isInstanceOf(Unreadable.class);
  }

  private static String members(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"m" + i + "\":1")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static FieldsReading read(String body) {
    return Fields.read(body.getBytes(UTF_8), WANTED);
  }
}
