package dev.slipway.source.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What GitHub's limits do. */
class GitHubLimitsTest extends AtGitHub {

  @Test
  void what_is_as_it_was_costs_nothing() {
    run("test", "success");
    List<String> first = told();
    github.left(10, now.plusSeconds(60).getEpochSecond());
    assertThat(told()).isEqualTo(first);
    assertThat(github.asked()).hasSize(4);
    assertThat(github.asked().subList(2, 4)).allSatisfy(it -> assertThat(it).endsWith(" 304"));
    run("test", "failure");
    assertThat(told()).containsExactly("test FAILURE");
  }

  @Test
  void when_nothing_is_left_of_the_hour_nobody_asks_until_it_is_over() {
    github.left(2, now.plusSeconds(600).getEpochSecond());
    run("test", "success");
    assertThat(told()).containsExactly("test SUCCESS");
    assertThat(told()).containsExactly("unavailable github-limit");
    assertThat(github.asked()).hasSize(2);
    now = now.plusSeconds(600);
    github.left(5_000, now.plusSeconds(3_600).getEpochSecond());
    assertThat(told()).containsExactly("test SUCCESS");
  }

  @Test
  void a_spent_hour_is_believed_also_when_it_is_told_as_a_refusal() {
    github.left(0, now.plusSeconds(600).getEpochSecond());
    assertThat(told()).containsExactly("unavailable github-limit");
    now = now.plusSeconds(599);
    assertThat(told()).containsExactly("unavailable github-limit");
    assertThat(github.asked()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 429})
  void haste_is_answered_with_patience(int status) {
    github.hasten(status, Map.of("Retry-After", "30"));
    assertThat(told()).containsExactly("unavailable github-limit");
    now = now.plusSeconds(29);
    assertThat(told()).containsExactly("unavailable github-limit");
    assertThat(github.asked()).hasSize(1);
    now = now.plusSeconds(1);
    assertThat(told()).isEmpty();
  }

  @Test
  void where_no_time_is_named_it_is_a_minute_and_then_two() {
    github.hasten(403, Map.of());
    github.hasten(403, Map.of());
    told();
    now = now.plusSeconds(60);
    told();
    assertThat(github.asked()).hasSize(2);
    now = now.plusSeconds(119);
    assertThat(told()).containsExactly("unavailable github-limit");
    now = now.plusSeconds(1);
    assertThat(told()).isEmpty();
  }

  @Test
  void no_answer_makes_it_silent_for_longer_than_an_hour() {
    github.hasten(429, Map.of("Retry-After", "999999999999"));
    told();
    now = now.plus(Duration.ofHours(1));
    assertThat(told()).isEmpty();
  }
}
