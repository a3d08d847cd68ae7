package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.EnvironmentGroupState;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.intake.Along;
import dev.slipway.engine.rollout.Onlookers;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.EnvironmentGroupDefinition;
import dev.slipway.model.definition.LabelledTarget;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.TargetDefinition;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.EnvironmentGroupDeclared;
import dev.slipway.model.entry.TargetDeclared;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Groups of environments, and the targets whose labels select one. A target has its environment
 * from the moment on that it is declared, and for good: neither other labels nor another selector
 * move it. A template is what all environments of its group are like, so what changes it changes
 * them.
 */
final class EnvironmentGroupRule {

  private static final int GROUPS_MAX = 100;

  private EnvironmentGroupRule() {}

  static Taken group(
      Deliberation d, Document.OfEnvironmentGroup document, Set<EnvironmentName> touched) {
    EnvironmentGroupDefinition definition = document.definition();
    EnvironmentName name = definition.name();
    if (d.environment(name).isPresent()) {
      return Taken.refused(
          "name-taken",
          "There is an environment %s, and a route could not tell the two apart. Call the group otherwise."
              .formatted(name));
    }
    Optional<EnvironmentGroupState> known = d.environmentGroup(name);
    if (known.filter(k -> k.definition().equals(definition)).isPresent()) {
      return new Taken.Unchanged();
    }
    int all = d.organisationWide().declared().environmentGroups().size();
    if (known.isEmpty() && all >= GROUPS_MAX) {
      return Taken.refused(
          "too-many-environment-groups",
          "There are %d groups of environments; no more are kept.".formatted(all));
    }
    Origin origin = new Origin.Applied(d.actor(), document.digest());
    List<EnvironmentName> environments =
        known.map(group -> List.copyOf(group.environments().keySet())).orElseGet(List::of);
    d.write(new EnvironmentGroupDeclared(definition, environments, origin));
    for (EnvironmentName environment : environments) {
      EnvironmentDefinition made = definition.made(environment);
      if (d.environment(environment).filter(e -> e.definition().equals(made)).isEmpty()) {
        d.write(new EnvironmentDeclared(made, origin));
        touched.add(environment);
      }
    }
    return stranded(d).<Taken>map(Taken.Refused::new).orElseGet(Taken.Changed::new);
  }

  /** Why a route would lead nowhere now that its group allows no more that it has none. */
  private static Optional<Reason> stranded(Deliberation d) {
    return applications(d)
        .flatMap(application -> Along.refusal(d, application.definition()).stream())
        .findFirst();
  }

  /** Why an environment cannot be declared by a document of its own; empty where it can. */
  static Optional<Reason> refusal(Deliberation d, EnvironmentDefinition definition) {
    EnvironmentName name = definition.name();
    if (d.environmentGroup(name).isPresent()) {
      return Optional.of(
          new Reason(
              "name-taken",
              "There is a group of environments called %s, and a route could not tell the two apart. Call the environment otherwise."
                  .formatted(name)));
    }
    return groupOf(d, name)
        .map(group ->
            new Reason(
                "environment-of-group",
                "%s is as the template of the group %s says. Change it there, for all of them."
                    .formatted(name, group)));
  }

  /** Why a target cannot be declared in the environment that it names; empty where it can. */
  static Optional<Reason> refusal(Deliberation d, TargetDefinition definition) {
    EnvironmentName environment = definition.id().environment();
    Optional<EnvironmentName> group =
        d.environmentGroup(environment).map(named -> environment).or(() -> groupOf(d, environment));
    return group.map(of ->
        new Reason(
            "environment-of-group",
            "The group %s makes an environment of its own for each target. Leave 'environment' out, and give %s the labels that %s selects: %s."
                .formatted(
                    of,
                    definition.id().target(),
                    of,
                    d.environmentGroup(of)
                        .map(known -> Along.labels(known.definition()))
                        .orElseThrow())));
  }

  private static Optional<EnvironmentName> groupOf(Deliberation d, EnvironmentName environment) {
    return d.environment(environment)
        .map(EnvironmentState::definition)
        .flatMap(EnvironmentDefinition::group);
  }

  static Taken target(
      Deliberation d, Document.OfLabelledTarget document, Set<EnvironmentName> touched) {
    LabelledTarget target = document.definition();
    Origin origin = new Origin.Applied(d.actor(), document.digest());
    return switch (Selection.of(d, target)) {
      case Selection.None(Reason because) -> new Taken.Refused(because);
      case Selection.Kept _ -> new Taken.Unchanged();
      case Selection.Into(EnvironmentGroupState group, EnvironmentName environment) -> {
        if (d.environment(environment).isEmpty()) {
          join(d, group, environment);
        }
        d.write(new TargetDeclared(target.in(environment), origin));
        touched.add(environment);
        yield new Taken.Changed();
      }
    };
  }

  /** What the group is on its applications' routes, its new environment is from now on. */
  private static void join(
      Deliberation d, EnvironmentGroupState group, EnvironmentName environment) {
    List<EnvironmentName> environments =
        Stream.concat(group.environments().keySet().stream(), Stream.of(environment))
            .sorted()
            .toList();
    d.write(new EnvironmentGroupDeclared(group.definition(), environments, group.origin()));
    d.write(new EnvironmentDeclared(group.definition().made(environment), group.origin()));
    for (ApplicationState application : applications(d).toList()) {
      ApplicationDefinition before = application.definition();
      ApplicationDefinition after = Along.of(d, before);
      if (!after.equals(before)) {
        d.write(
            new ApplicationDefined(
                after, application.origin(), application.branch(), application.path()));
        Onlookers.look(d, Optional.of(before), after);
      }
    }
  }

  /** Those whose routes name a group. */
  private static Stream<ApplicationState> applications(Deliberation d) {
    return List.copyOf(d.world().declared().applications().values()).stream()
        .filter(application -> application.definition().along().isPresent())
        .flatMap(application -> d.application(application.definition().name()).stream());
  }
}
