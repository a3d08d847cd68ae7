package dev.slipway.engine.intake;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.Declared;
import dev.slipway.engine.fold.EnvironmentGroupState;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentGroupDefinition;
import dev.slipway.model.definition.Stretch;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Takes the names on the route of a document for what they stand for now: a group of environments
 * for all that it has, in the order of their names. It is done where a definition is taken in, and
 * again when a group has one environment more; all others see the names of environments only.
 */
public final class Along {

  private Along() {}

  /** The definition with its route; what the groups on it have is guarded. */
  public static ApplicationDefinition of(Deliberation d, ApplicationDefinition said) {
    said.names().forEach(d::environmentGroup);
    return of(d.world().declared(), said);
  }

  public static ApplicationDefinition of(Declared declared, ApplicationDefinition said) {
    return said.travelling(said.names().stream().map(name -> stretch(declared, name)).toList());
  }

  private static Stretch stretch(Declared declared, EnvironmentName name) {
    return declared
        .environmentGroup(name)
        .map(group -> new Stretch(name, List.copyOf(group.environments().keySet())))
        .orElseGet(() -> Stretch.of(name));
  }

  /** Why nothing can travel like this; empty when it can. */
  public static Optional<Reason> refusal(Deliberation d, ApplicationDefinition definition) {
    List<Stretch> stretches = definition.along().orElseGet(List::of);
    return stretches.stream()
        .flatMap(stretch -> empty(d, definition, stretch).stream())
        .findFirst()
        .or(() ->
            stretches.stream().flatMap(stretch -> twice(definition, stretch).stream()).findFirst());
  }

  private static Optional<Reason> empty(
      Deliberation d, ApplicationDefinition definition, Stretch stretch) {
    return stretch.environments().isEmpty()
        ? d.environmentGroup(stretch.name())
            .map(EnvironmentGroupState::definition)
            .filter(group -> !group.allowEmpty())
            .map(group -> empty(group, "The route of " + definition.name()))
        : Optional.empty();
  }

  /** Nothing can go to a group that has no environment. */
  public static Reason empty(EnvironmentGroupDefinition group, String who) {
    return new Reason(
        "group-empty",
        "%s names the group %s, which has no environment yet: no target has the labels %s. Declare one, or say 'allow_empty: true' in the group's document."
            .formatted(who, group.name(), labels(group)));
  }

  /** What the labels of a target have to say, as a document has it. */
  public static String labels(EnvironmentGroupDefinition group) {
    return labels(group.selector());
  }

  /** Labels as a document has them. */
  public static String labels(SortedMap<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + ": " + label.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static Optional<Reason> twice(ApplicationDefinition definition, Stretch stretch) {
    return stretch.environments().stream()
        .filter(stop -> stretch.isGroup() && definition.names().contains(stop))
        .findFirst()
        .map(stop ->
            new Reason(
                "environment-twice",
                "%s is one of the environments of %s, and the route of %s names both. Keep one of them."
                    .formatted(stop, stretch.name(), definition.name())));
  }
}
