package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LogTextTest {

  @Test
  void what_would_make_another_line_or_hide_one_is_escaped() {
    assertThat(LogText.of("a\r\nERROR forged\u001b[31m\u2028\u202e"))
        .isEqualTo("a\\u000d\\u000aERROR forged\\u001b[31m\\u2028\\u202e");
  }

  @Test
  void words_of_any_language_stay() {
    assertThat(LogText.of("/größe/日本")).isEqualTo("/größe/日本");
  }

  @Test
  void a_long_text_is_cut() {
    assertThat(LogText.of("x".repeat(1000))).hasSize(201).endsWith("…");
  }
}
