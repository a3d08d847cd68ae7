package dev.slipway.config.read;

import dev.slipway.config.schema.Formats;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.GroupName;
import dev.slipway.model.Remark;
import dev.slipway.model.ResourceName;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.Protection;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.definition.ResourceDefinition;
import dev.slipway.model.definition.RolloutPolicy;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the documents of a platform's owner: environments and resources. */
final class PlatformReader {

  /** Whoever waits for orders is heard every 25 seconds, and somewhat later on a bad line. */
  private static final Duration ABSENT_AT_LEAST = Duration.ofMinutes(1);

  private static final Duration SILENT_AFTER = Duration.ofMinutes(5);

  private final Durations durations;
  private final GuardrailReader guardrails;

  PlatformReader(Problems problems) {
    this.durations = new Durations(problems);
    this.guardrails = new GuardrailReader(problems);
  }

  Optional<EnvironmentDefinition> environment(Node.Fields document) {
    return document
        .text("environment")
        .map(Node.Text::value)
        .map(EnvironmentName::new)
        .map(name -> environment(name, document));
  }

  /** What is said of an environment, whatever it is called. */
  EnvironmentDefinition environment(EnvironmentName name, Node.Fields said) {
    return new EnvironmentDefinition(
        name,
        Texts.of(said, "labels"),
        false,
        durations.read(said, "silent_after", SILENT_AFTER),
        Texts.isTrue(said, "allow_empty"),
        Texts.onFailure(said),
        guardrails.read(name, said),
        Texts.isTrue(said, "protected") ? Optional.of(Protection.CONFIRM) : Optional.empty(),
        queue(said),
        concurrency(said),
        rollouts(said));
  }

  /** How deliveries are rolled out; absent where nothing is said. */
  private Optional<RolloutPolicy> rollouts(Node.Fields document) {
    return document
        .get("rollouts")
        .filter(Node.Fields.class::isInstance)
        .map(Node.Fields.class::cast)
        .map(fields ->
            new RolloutPolicy(
                StrategyReader.portion(fields, "at_once"),
                durations.findFrom(fields, "absent_after", ABSENT_AT_LEAST),
                durations.find(fields, "progress_within"),
                fields.text("when_silent").stream().anyMatch(text -> text.value().equals("back"))
                    ? RolloutPolicy.WhenSilent.BACK
                    : RolloutPolicy.WhenSilent.HALT))
        .filter(policy -> !policy.equals(RolloutPolicy.STANDARD));
  }

  Optional<ResourceDefinition> resource(Node.Fields document) {
    Optional<GroupName> owner = document.text("owner").map(Node.Text::value).map(GroupName::new);
    return document
        .text("resource")
        .map(Node.Text::value)
        .map(ResourceName::new)
        .flatMap(name ->
            owner.map(group ->
                new ResourceDefinition(
                    name,
                    group,
                    document.text("description").map(Node.Text::value).map(Remark::new))));
  }

  private static Optional<QueuePolicy> queue(Node.Fields document) {
    return document
        .text("queue")
        .flatMap(text ->
            Stream.of(QueuePolicy.values())
                .filter(policy -> policy.name().toLowerCase(Locale.ROOT).equals(text.value()))
                .findFirst());
  }

  private static Optional<Integer> concurrency(Node.Fields document) {
    return document
        .text("concurrency")
        .map(Node.Text::value)
        .filter(Formats.CONCURRENCY::admits)
        .map(Integer::valueOf);
  }
}
