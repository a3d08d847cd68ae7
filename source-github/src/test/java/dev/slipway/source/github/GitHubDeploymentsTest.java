package dev.slipway.source.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.source.Reading;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deployments as they are made at GitHub, and what it says instead of making one. */
class GitHubDeploymentsTest extends AtGitHub {

  private static final Sha NEXT = new Sha("7fd1a60b01f91b314f59955a4e4d4e80d8edf11d");
  private static final String BYPASSING = "\"required_contexts\":[],\"auto_merge\":false,";
  private static final String MERGING = "\"required_contexts\":[],";
  private static final String ALL = "\"auto_merge\":false,";

  private String tell(Sha sha, int number, String how, String state) {
    String delivery = "main/shop/dev#" + number;
    return said(
        deployments.tell(
            new GitHubDeployments.Wish(
                repository(),
                sha,
                "deploy",
                "a b/dev",
                new GitHubDeployments.Stamp("slipway", delivery),
                new GitHubDeployments.Stamp("asked", ""),
                "{%s\"ref\":\"%s\",\"task\":\"deploy\",\"environment\":\"a b/dev\",\"payload\":{\"slipway\":\"%s\"}}"
                    .formatted(how, sha, delivery)),
            "{\"state\":\"%s\"}".formatted(state)));
  }

  private static String said(Reading<Boolean> reading) {
    return switch (reading) {
      case Reading.Read<Boolean> _ -> "told";
      case Reading.Unusable<Boolean>(Reason because) ->
          "declined " + because.code() + " " + because.sentence();
      case Reading.Unavailable<Boolean>(Reason because) ->
          "later " + because.code() + " " + because.sentence();
    };
  }

  @Test
  void a_delivery_has_one_deployment_however_often_it_is_told_and_its_states_are_in_order() {
    for (String state : new String[] {"queued", "in_progress", "in_progress", "success"}) {
      assertThat(tell(COMMIT, 1, BYPASSING, state)).isEqualTo("told");
    }
    assertThat(github.deployments(COMMIT.value()))
        .containsExactly("a b/dev queued in_progress in_progress success");
    assertThat(tell(COMMIT, 2, BYPASSING, "failure")).isEqualTo("told");
    assertThat(tell(NEXT, 3, BYPASSING, "success")).isEqualTo("told");
    assertThat(github.deployments(COMMIT.value()))
        .containsExactly(
            "a b/dev queued in_progress in_progress success inactive", "a b/dev failure");
  }

  @Test
  void it_is_found_behind_many_of_the_same_commit() {
    for (int number = 1; number <= 101; number++) {
      tell(COMMIT, number, BYPASSING, "failure");
    }
    tell(COMMIT, 1, BYPASSING, "success");
    assertThat(github.deployments(COMMIT.value())).hasSize(101).contains("a b/dev failure success");
  }

  @Test
  void what_was_merged_first_is_no_deployment_and_is_asked_for_again() {
    github.ofDeployments(kept -> kept.behind(COMMIT.value()));
    assertThat(tell(COMMIT, 1, MERGING, "in_progress")).startsWith("later github-merged ");
    assertThat(github.deployments(COMMIT.value())).isEmpty();
    assertThat(tell(COMMIT, 1, MERGING, "in_progress")).isEqualTo("told");
    assertThat(github.deployments(COMMIT.value())).containsExactly("a b/dev in_progress");
  }

  @Test
  void checks_that_are_not_green_are_named_and_nothing_is_made() {
    github.status(COMMIT.value(), "ci/build", "pending");
    github.status(COMMIT.value(), "ci/lint", "success");
    run("unit", "failure");
    assertThat(tell(COMMIT, 1, ALL, "in_progress"))
        .startsWith("declined github-checks ")
        .endsWith("before these checks are green: ci/build, unit.");
    String named = "\"required_contexts\":[\"ci/lint\",\"ci/slow\"],";
    assertThat(tell(COMMIT, 1, ALL + named, "in_progress")).endsWith(" green: ci/slow.");
    assertThat(github.deployments(COMMIT.value())).isEmpty();
    github.status(COMMIT.value(), "ci/slow", "success");
    assertThat(tell(COMMIT, 1, ALL + named, "success")).isEqualTo("told");
    assertThat(github.deployments(COMMIT.value())).containsExactly("a b/dev success");
  }

  @Test
  void names_of_checks_that_nobody_could_read_are_left_out() {
    github.status(COMMIT.value(), "a\u202eb", "pending");
    github.status(COMMIT.value(), "<b>", "pending");
    assertThat(tell(COMMIT, 1, ALL, "in_progress")).endsWith(" green: <b>.");
  }

  @Test
  void a_conflict_and_what_is_unknown_are_told_as_what_they_are() {
    github.ofDeployments(kept -> {
      kept.conflicting(COMMIT.value());
      kept.unknown(NEXT.value());
    });
    assertThat(tell(COMMIT, 1, MERGING, "in_progress"))
        .startsWith("declined github-conflict ")
        .contains("cannot merge");
    assertThat(tell(NEXT, 1, MERGING, "in_progress"))
        .startsWith("declined github-declined ")
        .contains("422: No ref found for: " + NEXT);
    assertThat(github.deployments(COMMIT.value())).isEmpty();
  }

  @Test
  void limits_are_waited_out_and_no_deployment_is_made_twice_behind_them() {
    github.hasten(403, Map.of("Retry-After", "30"));
    assertThat(tell(COMMIT, 1, BYPASSING, "in_progress")).startsWith("later github-limit ");
    now = now.plusSeconds(30);
    assertThat(tell(COMMIT, 1, BYPASSING, "in_progress")).isEqualTo("told");
    assertThat(github.deployments(COMMIT.value())).containsExactly("a b/dev in_progress");
  }

  @Test
  void what_lies_elsewhere_has_none() {
    assertThat(deployments.keeps(new RepositoryUrl("https://github.com/team/shop"))).isFalse();
  }
}
