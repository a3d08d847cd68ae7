package dev.slipway.config.read;

import dev.slipway.config.schema.Formats;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.definition.StrategyDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how one release of a process follows another. */
final class StrategyReader {

  /** Which strategies each key means something to. */
  private static final Map<String, Set<String>> MEANT_FOR =
      Map.of(
          "drain", Set.of("rolling", "blue-green", "canary", "highlander", "custom"),
          "batch", Set.of("rolling"),
          "standby", Set.of("blue-green"),
          "failures", Set.of("in-place"),
          "steps", Set.of("canary", "custom"));

  private static final List<String> KEYS =
      List.of("drain", "batch", "standby", "failures", "steps");

  private final Problems problems;
  private final Durations durations;
  private final StageReader stages;

  StrategyReader(Problems problems) {
    this.problems = problems;
    this.durations = new Durations(problems);
    this.stages = new StageReader(problems);
  }

  /** A name, or a mapping that says more. */
  Optional<StrategyDefinition> read(Node node) {
    return switch (node) {
      case Node.Text name -> named(name, new Node.Fields(List.of(), name.place()));
      case Node.Fields fields -> fields.text("name").flatMap(name -> named(name, fields));
      case Node.Items _, Node.Refused _ -> Optional.empty();
    };
  }

  private Optional<StrategyDefinition> named(Node.Text name, Node.Fields fields) {
    if (!Formats.STRATEGY.admits(name.value())) {
      return Optional.empty();
    }
    KEYS.forEach(key -> refuse(fields, key, name.value()));
    Duration drain = durations.read(fields, "drain", StrategyDefinition.DRAIN);
    return Optional.of(
        switch (name.value()) {
          case "rolling" -> new StrategyDefinition.Rolling(drain, portion(fields, "batch"));
          case "blue-green" ->
              new StrategyDefinition.BlueGreen(
                  drain, fields.text("standby").stream().anyMatch(Texts::isTrue));
          case "canary" -> new StrategyDefinition.Canary(drain, stages.ofCanary(name, fields));
          case "highlander" -> new StrategyDefinition.Highlander(drain);
          case "in-place" -> new StrategyDefinition.InPlace(failures(fields));
          case "custom" -> new StrategyDefinition.Custom(drain, stages.ofCustom(name, fields));
          default -> new StrategyDefinition.Recreate();
        });
  }

  private void refuse(Node.Fields fields, String key, String strategy) {
    fields
        .field(key)
        .filter(_ -> !MEANT_FOR.getOrDefault(key, Set.of()).contains(strategy))
        .ifPresent(field ->
            problems.add(
                field.place(),
                "key-not-here",
                "'" + key + "' means nothing to the strategy " + strategy + ". Remove it."));
  }

  private static int failures(Node.Fields fields) {
    return fields
        .text("failures")
        .map(Node.Text::value)
        .filter(Formats.COUNT::admits)
        .map(Integer::parseInt)
        .orElse(0);
  }

  /** How many of some things: a number, a share, or all. */
  static Optional<Portion> portion(Node.Fields fields, String key) {
    return fields
        .text(key)
        .map(Node.Text::value)
        .filter(Formats.PORTION::admits)
        .map(Portion::parse);
  }
}
