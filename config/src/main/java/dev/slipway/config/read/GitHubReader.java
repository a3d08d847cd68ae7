package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.model.definition.DeploymentPolicy;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.notification.Receiver;
import dev.slipway.model.notification.Receiver.GitHubDeployments.Production;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what is told at GitHub. */
final class GitHubReader {

  private static final String CONTEXT = "slipway";
  private static final Duration DEADLINE = Duration.ofHours(1);

  private GitHubReader() {}

  static Receiver read(Node.Fields github) {
    Optional<String> context = github.text("context").map(Node.Text::value);
    if (Texts.isTrue(github, "pull_requests")) {
      return new Receiver.GitHubPullRequests(context.orElse(CONTEXT));
    }
    return github
        .get("deployments")
        .filter(Node.Fields.class::isInstance)
        .map(Node.Fields.class::cast)
        .<Receiver>map(it -> deployments(context, it))
        .orElseGet(() -> new Receiver.GitHub(context.orElse(CONTEXT)));
  }

  private static Receiver deployments(Optional<String> context, Node.Fields deployments) {
    return new Receiver.GitHubDeployments(
        context,
        checks(deployments),
        Texts.isTrue(deployments, "auto_merge"),
        Texts.isTrue(deployments, "transient"),
        production(deployments),
        deployments.text("url").map(Node.Text::value));
  }

  private static Production production(Node.Fields deployments) {
    return deployments
        .text("production")
        .map(it -> Texts.isTrue(it) ? Production.YES : Production.NO)
        .orElse(Production.BY_NAME);
  }

  /** What GitHub is asked before a delivery starts. */
  static DeploymentPolicy asked(Node.Fields asked, Durations durations) {
    return new DeploymentPolicy(
        asked.text("context").map(Node.Text::value),
        checks(asked),
        Texts.isTrue(asked, "auto_merge"),
        Texts.isTrue(asked, "transient"),
        production(asked),
        durations.read(asked, "deadline", DEADLINE));
  }

  private static Optional<List<CheckName>> checks(Node.Fields deployments) {
    if (deployments.text("checks").map(Node.Text::value).filter("all"::equals).isPresent()) {
      return Optional.empty();
    }
    return deployments.text("checks").isPresent()
        ? Optional.of(List.of())
        : Optional.of(
            Texts.listOf(deployments, "checks").stream()
                .map(it -> new CheckName(it.value()))
                .distinct()
                .toList());
  }
}
