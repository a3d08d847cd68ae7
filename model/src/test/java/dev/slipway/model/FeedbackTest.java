package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedbackTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private static Feedback of(String text) {
    return new Feedback("f-1", new ActorId("a-1"), NOON, new ClientPage("/"), text, "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/apps/shop", "/apps/shop/staging/12/diff", "/a%20b", "/ledger/7"})
  void a_page_is_a_path_within_the_client(String path) {
    assertThat(new ClientPage(path).value()).isEqualTo(path);
  }

  static String[] noPages() {
    return new String[] {
      "",
      "apps/shop",
      "https://evil.example/",
      "javascript:alert(1)",
      "//evil.example/",
      "/\\evil.example",
      "/apps?secret=1",
      "/apps#secret",
      "/a b",
      "/<script>",
      "/ä",
      "/a\u0000",
      "/" + "a".repeat(512)
    };
  }

  @ParameterizedTest
  @MethodSource("noPages")
  void nothing_else_is_a_page_and_the_refusal_does_not_repeat_it(String value) {
    assertThatThrownBy(() -> new ClientPage(value))
        .isInstanceOf(InvalidValue.class)
        .hasMessage(
            "A page is a path of at most 512 characters such as /apps/shop, without a query.");
  }

  static String[] texts() {
    return new String[] {"a", "two\nlines\tand <b>markup</b>", "ä".repeat(4000)};
  }

  @ParameterizedTest
  @MethodSource("texts")
  void feedback_is_whatever_somebody_wrote(String text) {
    assertThat(of(text).text()).isEqualTo(text);
  }

  static String[] noTexts() {
    return new String[] {"", " \n", "a".repeat(4001), "a\u0000", "\u001b[2J", "a\u009b"};
  }

  @ParameterizedTest
  @MethodSource("noTexts")
  void feedback_is_bounded_and_holds_nothing_that_a_terminal_obeys(String text) {
    assertThatThrownBy(() -> of(text)).isInstanceOf(InvalidValue.class);
  }
}
