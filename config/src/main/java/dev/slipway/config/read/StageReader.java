package dev.slipway.config.read;

import dev.slipway.config.schema.Formats;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.definition.Stage;
import dev.slipway.model.definition.Stay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the steps of a canary, and of a strategy that somebody wrote. */
final class StageReader {

  private static final Duration WITHIN = Duration.ofHours(24);
  private static final int ALL = 100;

  private final Problems problems;
  private final Durations durations;

  StageReader(Problems problems) {
    this.problems = problems;
    this.durations = new Durations(problems);
  }

  /**
   * The weights grow to all, instances follow them, and at the end there is nothing to stay for.
   */
  List<Stage> ofCanary(Node.Text name, Node.Fields strategy) {
    List<Node.Fields> steps = steps(name, strategy);
    List<Stage> stages = new ArrayList<>();
    int before = 0;
    for (Node.Fields step : steps) {
      refuseInstances(step);
      Stage stage = stage(step);
      if (stage.weight() <= before) {
        tell(
            step, "weights-not-growing", "Each step of a canary has a greater weight than before.");
      }
      before = stage.weight();
      stages.add(stage);
    }
    if (!steps.isEmpty()) {
      checkLast(steps.getLast(), stages.getLast());
    }
    return stages;
  }

  List<Stage> ofCustom(Node.Text name, Node.Fields strategy) {
    List<Stage> stages = new ArrayList<>();
    for (Node.Fields step : steps(name, strategy)) {
      Stage stage = stage(step);
      boolean nobodyNew = stage.weight() > 0 && isNone(stage.replicas());
      boolean nobodyOld = stage.weight() < ALL && isNone(stage.old());
      if (nobodyNew || nobodyOld) {
        tell(step, "step-without-instances", "What has traffic needs an instance that takes it.");
      }
      stages.add(stage);
    }
    return stages;
  }

  private static boolean isNone(Optional<Integer> instances) {
    return instances.filter(number -> number == 0).isPresent();
  }

  private void checkLast(Node.Fields step, Stage stage) {
    if (stage.weight() != ALL) {
      tell(step, "last-step", "The last step of a canary has the weight 100.");
    } else if (!stage.stay().isNone()) {
      tell(
          step,
          "last-step",
          "Nothing follows the last step of a canary. For a time after it, the environment has a"
              + " guardrail 'bake'.");
    }
  }

  private void refuseInstances(Node.Fields step) {
    for (String key : List.of("replicas", "old")) {
      step.field(key)
          .ifPresent(field ->
              problems.add(
                  field.place(),
                  "key-not-here",
                  "'" + key + "' is for the strategy custom; a canary's follow the weight."));
    }
  }

  private List<Node.Fields> steps(Node.Text name, Node.Fields strategy) {
    if (strategy.field("steps").isEmpty()) {
      problems.add(
          name.place(),
          "key-missing",
          "The strategy "
              + name.value()
              + " lacks 'steps', such as 'steps: [{weight: 10, for: 5m}, {weight: 100}]'.");
    }
    return strategy.items("steps").stream()
        .filter(Node.Fields.class::isInstance)
        .map(Node.Fields.class::cast)
        .toList();
  }

  private Stage stage(Node.Fields step) {
    return new Stage(
        step.text("weight")
            .map(Node.Text::value)
            .filter(Formats.WEIGHT::admits)
            .map(Integer::parseInt)
            .orElse(ALL),
        instances(step, "replicas"),
        instances(step, "old"),
        new Stay(durations.find(step, "for"), decision(step)));
  }

  private static Optional<Integer> instances(Node.Fields step, String key) {
    return step.text(key)
        .map(Node.Text::value)
        .filter(Formats.INSTANCES::admits)
        .map(Integer::valueOf);
  }

  /** {@code true}, or a mapping that says more. */
  private Optional<Stay.Decision> decision(Node.Fields step) {
    return step.get("decision")
        .flatMap(node ->
            switch (node) {
              case Node.Text text ->
                  Texts.isTrue(text)
                      ? Optional.of(new Stay.Decision(WITHIN, Stay.Otherwise.BACK))
                      : Optional.empty();
              case Node.Fields fields ->
                  Optional.of(
                      new Stay.Decision(
                          durations.read(fields, "within", WITHIN),
                          fields.text("otherwise").stream()
                                  .anyMatch(text -> text.value().equals("halt"))
                              ? Stay.Otherwise.HALT
                              : Stay.Otherwise.BACK));
              case Node.Items _, Node.Refused _ -> Optional.empty();
            });
  }

  private void tell(Node.Fields step, String code, String message) {
    problems.add(step.place(), code, message);
  }
}
