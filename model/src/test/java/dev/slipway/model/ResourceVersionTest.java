package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions of what lies outside, compared by their numbers. */
class ResourceVersionTest {

  @ParameterizedTest
  @CsvSource({
    "1, 2",
    "9, 10",
    "1.9, 1.10",
    "1, 1.0.1",
    "1.99, 2",
    "20251231235959, 20260101000000"
  })
  void the_first_comes_before_the_second(String earlier, String later) {
    ResourceVersion one = new ResourceVersion(earlier);
    ResourceVersion other = new ResourceVersion(later);
    assertThat(one).isLessThan(other);
    assertThat(other.isAtLeast(one)).isTrue();
    assertThat(one.isAtLeast(other)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2.0, 2", "2.0.0, 2", "002, 2", "1.010, 1.10", "0.0, 0"})
  void the_same_version_is_written_in_one_way(String said, String written) {
    assertThat(new ResourceVersion(said)).isEqualTo(new ResourceVersion(written));
    assertThat(new ResourceVersion(said)).hasToString(written);
  }

  @Test
  void a_version_is_at_least_itself() {
    assertThat(new ResourceVersion("1.2").isAtLeast(new ResourceVersion("1.2.0"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v2",
        "1.",
        ".1",
        "1..2",
        "-1",
        "1.2-rc1",
        "1 2",
        "1234567890123456789",
        "1.1.1.1.1.1.1.1.1.1.1",
        "١"
      })
  void what_has_no_clear_order_is_no_version(String text) {
    assertThatThrownBy(() -> new ResourceVersion(text)).isInstanceOf(InvalidValue.class);
  }
}
