package dev.slipway.config.read;

import dev.slipway.config.schema.Formats;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.GroupName;
import dev.slipway.model.Remark;
import dev.slipway.model.ResourceName;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.Protection;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.definition.ResourceDefinition;
import dev.slipway.model.definition.RolloutPolicy;
import dev.slipway.model.definition.TargetDefinition;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the documents of a platform's owner: environments, targets and resources. */
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
    return name(document)
        .map(name ->
            new EnvironmentDefinition(
                name,
                Texts.of(document, "labels"),
                false,
                durations.read(document, "silent_after", SILENT_AFTER),
                isTrue(document, "allow_empty"),
                Texts.onFailure(document),
                guardrails.read(name, document),
                isTrue(document, "protected") ? Optional.of(Protection.CONFIRM) : Optional.empty(),
                queue(document),
                concurrency(document),
                rollouts(document)));
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

  Optional<TargetDefinition> target(Node.Fields document) {
    Optional<TargetName> target =
        document.text("target").map(Node.Text::value).map(TargetName::new);
    return name(document)
        .flatMap(environment -> target.map(name -> new TargetId(environment, name)))
        .map(id ->
            new TargetDefinition(id, Texts.of(document, "labels"), isTrue(document, "local")));
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

  private static Optional<EnvironmentName> name(Node.Fields document) {
    return document.text("environment").map(Node.Text::value).map(EnvironmentName::new);
  }

  private static boolean isTrue(Node.Fields document, String key) {
    return document.text(key).stream().anyMatch(Texts::isTrue);
  }
}
