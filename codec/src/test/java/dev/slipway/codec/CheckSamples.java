package dev.slipway.codec;

import static dev.slipway.codec.Samples.DIGEST;
import static dev.slipway.codec.Samples.NOON;
import static dev.slipway.codec.Samples.REASON;
import static dev.slipway.codec.Samples.REPOSITORY;
import static dev.slipway.codec.Samples.SHA;
import static dev.slipway.codec.Samples.SHOP;

import dev.slipway.model.Link;
import dev.slipway.model.SourceName;
import dev.slipway.model.definition.DeploymentPolicy;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.entry.ChecksRead;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.event.Event;
import dev.slipway.model.guardrail.Check;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.model.notification.Receiver.GitHubDeployments.Production;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is read of checks where they are kept, and what their keeper is asked. */
final class CheckSamples {

  static final Entry READ =
      new ChecksRead(
          SHOP,
          SHA,
          List.of(
              new Check(
                  new CheckName("Unit tests (é)"),
                  CheckState.SUCCESS,
                  Optional.empty(),
                  Optional.of(new Link("https://ci.example/42")),
                  NOON)),
          Optional.empty());

  private static final DeploymentPolicy ASKED =
      new DeploymentPolicy(
          Optional.of("shop"),
          Optional.of(List.of(new CheckName("ci/build"))),
          true,
          false,
          Production.YES,
          Duration.ofHours(1));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "environment-declared-asking",
          NewerSamples.environment(Optional.of(GuardrailPolicy.NONE.with(ASKED)), Optional.empty()),
          "checks-read-not",
          new ChecksRead(SHOP, SHA, List.of(), Optional.of(REASON)),
          "event-received-checks",
          new EventReceived(
              new SourceName("github"), DIGEST, new Event.ChecksHinted(REPOSITORY, SHA)));

  private CheckSamples() {}
}
