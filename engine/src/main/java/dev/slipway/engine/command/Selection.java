package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.EnvironmentGroupState;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.TargetState;
import dev.slipway.engine.intake.Along;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetId;
import dev.slipway.model.definition.EnvironmentGroupDefinition;
import dev.slipway.model.definition.LabelledTarget;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which environment a target belongs to whose document names none: the one that the group makes for
 * it which its labels select. Exactly one group has to, and once it has, it is for good.
 */
sealed interface Selection {

  int ENVIRONMENTS_MAX = 200;

  /** It cannot be told, or is not to be. */
  record None(Reason because) implements Selection {}

  /** It is declared exactly so. */
  record Kept() implements Selection {}

  /** In this environment, which may have to be made. */
  record Into(EnvironmentGroupState group, EnvironmentName environment) implements Selection {}

  static Selection of(Deliberation d, LabelledTarget target) {
    Collection<EnvironmentGroupState> groups =
        d.organisationWide().declared().environmentGroups().values();
    Optional<EnvironmentGroupState> home =
        groups.stream().filter(group -> isIn(d, target, group)).findFirst();
    Optional<EnvironmentName> at = home.flatMap(group -> group.definition().named(target.name()));
    if (at.filter(environment -> isSame(d, target, environment)).isPresent()) {
      return new Kept();
    }
    List<EnvironmentGroupState> selecting =
        groups.stream().filter(group -> group.definition().selects(target.labels())).toList();
    if (home.isPresent() && !selecting.equals(home.stream().toList())) {
      return none(
          "target-elsewhere",
          "%s belongs to %s for good, and its labels %s are not those of %s alone any more. Give it %s; or remove it, and declare it again."
              .formatted(
                  target.name(),
                  at.orElseThrow(),
                  Along.labels(target.labels()),
                  home.orElseThrow().definition().name(),
                  Along.labels(home.orElseThrow().definition())));
    }
    return selecting.size() == 1
        ? into(d, selecting.getFirst(), target)
        : undecided(groups, selecting, target);
  }

  private static Selection into(
      Deliberation d, EnvironmentGroupState group, LabelledTarget target) {
    EnvironmentGroupDefinition definition = group.definition();
    String spelled = definition.spelled(target.name());
    Optional<EnvironmentName> named = definition.named(target.name());
    if (named.isEmpty()) {
      return none(
          "name-too-long",
          "The environment of %s would be called %s, which has %d characters; a name has at most 63. Give the target a shorter one."
              .formatted(target.name(), spelled, spelled.length()));
    }
    EnvironmentName environment = named.orElseThrow();
    boolean taken =
        d.environmentGroup(environment).isPresent()
            || d.environment(environment)
                .map(EnvironmentState::definition)
                .filter(known -> !known.group().equals(Optional.of(definition.name())))
                .isPresent();
    if (taken) {
      return none(
          "name-taken",
          "The environment of %s would be called %s, and there is another of that name. Call the target otherwise."
              .formatted(target.name(), environment));
    }
    return group.environments().size() >= ENVIRONMENTS_MAX
            && !group.environments().containsKey(environment)
        ? none(
            "too-many-environments",
            "%s has %d environments; a group has no more. Begin another group."
                .formatted(definition.name(), ENVIRONMENTS_MAX))
        : new Into(group, environment);
  }

  private static Selection undecided(
      Collection<EnvironmentGroupState> groups,
      List<EnvironmentGroupState> selecting,
      LabelledTarget target) {
    if (selecting.isEmpty()) {
      String nearest =
          groups.stream()
              .map(EnvironmentGroupState::definition)
              .max(Comparator.comparingLong(group -> common(group, target)))
              .map(group ->
                  "The nearest is %s, for %s.".formatted(group.name(), Along.labels(group)))
              .orElse("There is none.");
      return none(
          "no-group-selects",
          "%s names no environment, and no group of environments is for its labels %s. %s"
              .formatted(target.name(), Along.labels(target.labels()), nearest));
    }
    return none(
        "several-groups-select",
        "The labels %s of %s are those of several groups of environments: %s. A target belongs to one; give it other labels."
            .formatted(
                Along.labels(target.labels()),
                target.name(),
                selecting.stream()
                    .map(group -> group.definition().name().value())
                    .collect(Collectors.joining(", "))));
  }

  private static long common(EnvironmentGroupDefinition group, LabelledTarget target) {
    return group.selector().entrySet().stream()
        .filter(target.labels().entrySet()::contains)
        .count();
  }

  private static boolean isIn(Deliberation d, LabelledTarget target, EnvironmentGroupState group) {
    return group
        .definition()
        .named(target.name())
        .filter(group.environments()::containsKey)
        .flatMap(environment -> TargetRule.present(d, new TargetId(environment, target.name())))
        .isPresent();
  }

  private static boolean isSame(
      Deliberation d, LabelledTarget target, EnvironmentName environment) {
    return TargetRule.present(d, new TargetId(environment, target.name()))
        .map(TargetState::definition)
        .filter(target.in(environment)::equals)
        .isPresent();
  }

  private static None none(String code, String sentence) {
    return new None(new Reason(code, sentence));
  }
}
