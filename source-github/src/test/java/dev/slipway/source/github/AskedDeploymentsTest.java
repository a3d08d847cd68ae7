package dev.slipway.source.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.DeploymentWord;
import dev.slipway.source.Reading;
import dev.slipway.source.github.GitHubDeployments.Stamp;
import dev.slipway.source.github.GitHubDeployments.Wish;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** GitHub is asked for a deployment before anything starts. */
class AskedDeploymentsTest extends AtGitHub {

  private static final Sha NEXT = new Sha("7fd1a60b01f91b314f59955a4e4d4e80d8edf11d");

  private Wish wish(Sha sha, String delivery, String terms, String how, String payload) {
    String deployment =
        "{%s\"ref\":\"%s\",\"task\":\"deploy\",\"environment\":\"dev\",\"payload\":%s}"
            .formatted(how, sha, payload);
    return new Wish(
        repository(),
        sha,
        "deploy",
        "dev",
        new Stamp("slipway", delivery),
        new Stamp("asked", terms),
        deployment);
  }

  private Wish asking(Sha sha, String terms) {
    String how = terms.contains("merge") ? "" : "\"auto_merge\":false,";
    return wish(
        sha,
        "main/shop/dev#1",
        terms,
        how,
        "{\"slipway\":\"main/shop/dev#1\",\"asked\":\"%s\"}".formatted(terms));
  }

  private String ask(Sha sha, String terms) {
    return said(deployments.ask(asking(sha, terms)));
  }

  private static String said(Reading<DeploymentWord> reading) {
    return switch (reading) {
      case Reading.Read<DeploymentWord>(DeploymentWord word) ->
          switch (word) {
            case DeploymentWord.There(Reason because) -> "there " + because.sentence();
            case DeploymentWord.NotYet(Reason because) ->
                "not yet " + because.code() + " " + because.sentence();
            case DeploymentWord.Declined(Reason because) ->
                "declined " + because.code() + " " + because.sentence();
          };
      case Reading.Unusable<DeploymentWord>(Reason because) -> "nobody " + because.code();
      case Reading.Unavailable<DeploymentWord>(Reason because) -> "away " + because.code();
    };
  }

  private void tell(String state) {
    String delivery = "main/shop/dev#1";
    Wish telling =
        wish(
            COMMIT,
            delivery,
            "",
            "\"required_contexts\":[],\"auto_merge\":false,",
            "{\"slipway\":\"%s\"}".formatted(delivery));
    assertThat(deployments.tell(telling, "{\"state\":\"%s\"}".formatted(state)))
        .isEqualTo(new Reading.Read<>(true));
  }

  @Test
  void it_is_made_once_without_a_state_and_what_is_told_later_is_told_of_it() {
    assertThat(ask(COMMIT, "all")).endsWith(" keeps deployment 1 of it.");
    assertThat(ask(COMMIT, "all")).endsWith(" keeps deployment 1 of it.");
    assertThat(github.deployments(COMMIT.value())).containsExactly("dev ");
    tell("in_progress");
    tell("success");
    assertThat(github.deployments(COMMIT.value())).containsExactly("dev in_progress success");
  }

  @Test
  void checks_that_are_not_green_are_named_until_they_are() {
    github.status(COMMIT.value(), "ci/build", "pending");
    assertThat(ask(COMMIT, "all")).startsWith("not yet github-checks ").endsWith(": ci/build.");
    assertThat(github.deployments(COMMIT.value())).isEmpty();
    github.status(COMMIT.value(), "ci/build", "success");
    assertThat(ask(COMMIT, "all")).startsWith("there ");
  }

  @Test
  void a_merge_is_no_deployment_yet_and_asked_again_there_is_one() {
    github.ofDeployments(kept -> {
      kept.behind(COMMIT.value());
      kept.behind(COMMIT.value());
    });
    assertThat(ask(COMMIT, "merge")).startsWith("not yet github-merged ");
    assertThat(ask(COMMIT, "merge")).startsWith("not yet github-merged ");
    assertThat(ask(COMMIT, "merge")).startsWith("there ");
    assertThat(github.deployments(COMMIT.value())).hasSize(1);
  }

  @Test
  void a_conflict_and_an_unknown_commit_are_declined_in_githubs_words() {
    github.ofDeployments(kept -> {
      kept.conflicting(COMMIT.value());
      kept.unknown(NEXT.value());
    });
    assertThat(ask(COMMIT, "merge")).startsWith("declined github-conflict ");
    assertThat(ask(NEXT, "all"))
        .startsWith("declined github-declined ")
        .contains("422: No ref found for: " + NEXT);
  }

  @Test
  void one_that_was_made_on_other_terms_does_not_stand_in_for_it_and_becomes_inactive() {
    tell("queued");
    github.status(COMMIT.value(), "ci/build", "pending");
    assertThat(ask(COMMIT, "all")).startsWith("not yet github-checks ");
    github.status(COMMIT.value(), "ci/build", "success");
    assertThat(ask(COMMIT, "all")).endsWith(" keeps deployment 2 of it.");
    tell("in_progress");
    assertThat(github.deployments(COMMIT.value()))
        .containsExactly("dev queued inactive", "dev in_progress");
  }

  @Test
  void of_two_servers_that_ask_at_once_the_later_deployment_counts_for_both() {
    AtomicBoolean first = new AtomicBoolean(true);
    github.ofDeployments(kept ->
        kept.onMade(() -> {
          if (first.getAndSet(false)) {
            kept.twin();
          }
        }));
    assertThat(ask(COMMIT, "all")).endsWith(" keeps deployment 2 of it.");
    assertThat(ask(COMMIT, "all")).endsWith(" keeps deployment 2 of it.");
    tell("success");
    assertThat(github.deployments(COMMIT.value()).getFirst()).startsWith("dev inactive");
    assertThat(github.deployments(COMMIT.value()).getLast()).isEqualTo("dev success");
  }

  @Test
  void limits_and_what_lies_elsewhere_are_told_as_what_they_are() {
    github.hasten(403, Map.of("Retry-After", "30"));
    assertThat(ask(COMMIT, "all")).isEqualTo("away github-limit");
    now = now.plusSeconds(30);
    assertThat(ask(COMMIT, "all")).startsWith("there ");
    Wish elsewhere = asking(COMMIT, "all");
    assertThat(
            said(
                deployments.ask(
                    new Wish(
                        new RepositoryUrl("https://github.com/team/shop"),
                        elsewhere.sha(),
                        elsewhere.task(),
                        elsewhere.environment(),
                        elsewhere.delivery(),
                        elsewhere.terms(),
                        elsewhere.deployment()))))
        .isEqualTo("nobody deployments-not-asked");
  }
}
