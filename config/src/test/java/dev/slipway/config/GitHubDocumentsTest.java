package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Bytes;
import dev.slipway.model.command.Document;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.notification.Receiver;
import dev.slipway.model.notification.Receiver.GitHubDeployments.Production;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told at GitHub, as documents say it. */
class GitHubDocumentsTest {

  private static Receiver receiver(String github) {
    Compiled compiled =
        Documents.compile("n.yaml", Bytes.ofUtf8("{notification: n, github: " + github + "}"));
    assertThat(compiled).as(Samples.problems(compiled)).isInstanceOf(Compiled.Valid.class);
    return ((Document.OfNotification) ((Compiled.Valid) compiled).documents().getFirst())
        .definition()
        .receiver();
  }

  @Test
  void statuses_are_named_after_slipway_unless_told_otherwise() {
    assertThat(receiver("{}")).isEqualTo(new Receiver.GitHub("slipway"));
    assertThat(receiver("{context: slipway/mail}")).isEqualTo(new Receiver.GitHub("slipway/mail"));
  }

  @Test
  void comments_at_pull_requests_are_wanted_where_that_is_said() {
    assertThat(receiver("{pull_requests: true}"))
        .isEqualTo(new Receiver.GitHubPullRequests("slipway"));
    assertThat(receiver("{pull_requests: true, context: shop}"))
        .isEqualTo(new Receiver.GitHubPullRequests("shop"));
    assertThat(receiver("{pull_requests: false}")).isEqualTo(new Receiver.GitHub("slipway"));
  }

  @Test
  void deployments_bypass_checks_and_merge_nothing_unless_told_otherwise() {
    assertThat(receiver("{deployments: {}}"))
        .isEqualTo(
            new Receiver.GitHubDeployments(
                Optional.empty(),
                Optional.of(List.of()),
                false,
                false,
                Production.BY_NAME,
                Optional.empty()));
    assertThat(receiver("{deployments: {checks: none}}")).isEqualTo(receiver("{deployments: {}}"));
  }

  @Test
  void what_github_is_to_do_is_said() {
    assertThat(
            receiver(
                "{context: mail, deployments: {checks: [ci/build, ci/build, Unit tests],"
                    + " auto_merge: true, transient: true, production: false, url:"
                    + " https://shop.example}}"))
        .isEqualTo(
            new Receiver.GitHubDeployments(
                Optional.of("mail"),
                Optional.of(List.of(new CheckName("ci/build"), new CheckName("Unit tests"))),
                true,
                true,
                Production.NO,
                Optional.of("https://shop.example")));
    assertThat(receiver("{deployments: {checks: all}}"))
        .isInstanceOfSatisfying(
            Receiver.GitHubDeployments.class, it -> assertThat(it.checks()).isEmpty());
  }
}
