package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.notification.Receiver;
import dev.slipway.model.notification.Receiver.GitHubDeployments.Production;
import java.util.List;
import java.util.Optional;

/** Reads what is told at GitHub. */
final class GitHubReader {

  private static final String CONTEXT = "slipway";

  private GitHubReader() {}

  static Receiver read(Node.Fields github) {
    Optional<String> context = github.text("context").map(Node.Text::value);
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
        deployments
            .text("production")
            .map(it -> Texts.isTrue(it) ? Production.YES : Production.NO)
            .orElse(Production.BY_NAME),
        deployments.text("url").map(Node.Text::value));
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
