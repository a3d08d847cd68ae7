package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.intake.Along;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import java.util.List;
import java.util.Optional;

/** What a person means by the name of an environment, or of a group of them. */
final class Stops {

  private Stops() {}

  /** The environment, or all those of the group, in the order of their names. */
  static List<EnvironmentName> of(Deliberation d, EnvironmentName to) {
    return d.environmentGroup(to)
        .map(group -> List.copyOf(group.environments().keySet()))
        .orElseGet(() -> List.of(to));
  }

  /** All that several names stand for, one after the other. */
  static List<EnvironmentName> of(Deliberation d, List<EnvironmentName> names) {
    return names.stream().flatMap(name -> of(d, name).stream()).toList();
  }

  /** Why nothing can go to these; empty when it can. */
  static Optional<Reason> refusal(Deliberation d, List<EnvironmentName> names) {
    return names.stream()
        .filter(name -> of(d, name).isEmpty())
        .findFirst()
        .flatMap(d::environmentGroup)
        .map(group -> Along.empty(group.definition(), "The command"))
        .or(() -> twice(d, names));
  }

  /** A group, and one of its environments beside it. */
  private static Optional<Reason> twice(Deliberation d, List<EnvironmentName> names) {
    return names.stream()
        .filter(name -> d.environmentGroup(name).isPresent())
        .flatMap(group ->
            of(d, group).stream()
                .filter(names::contains)
                .map(stop ->
                    new Reason(
                        "environment-twice",
                        "%1$s is one of the group %2$s, and the command names both. Leave out %1$s or %2$s."
                            .formatted(stop, group))))
        .findFirst();
  }
}
