package dev.slipway.runtime.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TailTest {

  @Test
  void what_could_forge_a_line_is_escaped() {
    assertThat(Tail.shown("a\u001b[31m\rb\u202e\nc")).isEqualTo("a\\u001b[31m | b\\u202e | c");
  }

  @Test
  void only_the_last_ten_lines_are_shown() {
    assertThat(Tail.shown("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n")).startsWith("2 | ").endsWith("11");
  }
}
