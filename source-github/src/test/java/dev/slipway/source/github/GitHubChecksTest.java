package dev.slipway.source.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks as they are read from GitHub. */
class GitHubChecksTest extends AtGitHub {

  @Test
  void statuses_and_check_runs_are_checks_alike() {
    assertThat(told()).isEmpty();
    github.status(COMMIT.value(), "ci/build", "pending");
    github.run(COMMIT.value(), "Unit tests", "in_progress", Optional.empty());
    assertThat(told()).containsExactly("Unit tests PENDING", "ci/build PENDING");
    github.status(COMMIT.value(), "ci/build", "success");
    assertThat(told()).containsExactly("Unit tests PENDING", "ci/build SUCCESS");
  }

  @ParameterizedTest
  @CsvSource({
    "success,SUCCESS",
    "failure,FAILURE",
    "error,ERROR",
    "pending,PENDING",
    "new,PENDING"
  })
  void a_status_counts_as(String state, String counts) {
    github.status(COMMIT.value(), "ci/build", state);
    assertThat(told()).containsExactly("ci/build " + counts);
  }

  @ParameterizedTest
  @CsvSource({
    "success,SUCCESS",
    "neutral,SUCCESS",
    "skipped,SUCCESS",
    "failure,FAILURE",
    "timed_out,FAILURE",
    "cancelled,ERROR",
    "action_required,PENDING"
  })
  void a_check_run_counts_as(String conclusion, String counts) {
    run("Unit tests", conclusion);
    assertThat(told()).containsExactly("Unit tests " + counts);
  }

  @Test
  void of_the_same_name_the_worse_counts() {
    run("test", "success");
    run("test", "failure");
    run("lint", "success");
    github.status(COMMIT.value(), "lint", "pending");
    assertThat(told()).containsExactly("lint PENDING", "test FAILURE");
  }

  @Test
  void every_page_is_read() {
    for (int i = 0; i < 250; i++) {
      run("run %03d".formatted(i), "success");
    }
    assertThat(told()).hasSize(250).contains("run 249 SUCCESS");
  }

  @Test
  void more_than_is_read_is_told_and_nothing_is_believed() {
    for (int i = 0; i < 1_001; i++) {
      run("run " + i, "success");
    }
    assertThat(told()).containsExactly("unavailable too-many-checks");
  }
}
