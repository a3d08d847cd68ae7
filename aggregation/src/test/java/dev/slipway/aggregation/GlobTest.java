package dev.slipway.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "main, main, true",
    "main, mainly, false",
    "main, Main, false",
    "*, main, true",
    "*, a/b, false",
    "**, a/b/c, true",
    "release/*, release/1.2, true",
    "release/*, release/1/2, false",
    "release/**, release/1/2, true",
    "release/**, release/, true",
    "v?, v1, true",
    "v?, v12, false",
    "v?, v/, false",
    "v*.*, v1.2, true",
    "a**c, a/b/c, true",
    "a.c, abc, false",
    "'', '', true",
    "***, a/b, true",
  })
  void a_pattern_matches_whole_texts(String pattern, String text, boolean matches) {
    assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
  }

  @Test
  void a_hostile_pattern_costs_no_more_than_its_length_times_the_text() {
    Glob glob = new Glob("*a".repeat(200) + "b");
    String text = "a".repeat(5_000);
    Assertions.assertTimeout(Duration.ofSeconds(5), () -> assertThat(glob.matches(text)).isFalse());
  }
}
