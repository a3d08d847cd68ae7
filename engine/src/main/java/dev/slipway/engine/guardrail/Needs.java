package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.DependencyDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What applications need of each other. Where that leads back to where it began, none of them would
 * ever start; so a definition that closes such a circle never comes into force, and ships nothing.
 */
public final class Needs {

  private Needs() {}

  /** Why what a definition needs is never met; empty when it can be. */
  public static Optional<Reason> circle(Deliberation d, ApplicationDefinition definition) {
    return of(definition)
        .filter(need -> leadTo(d, need, definition.name()))
        .findFirst()
        .map(need -> circle(definition.name(), need));
  }

  /** Those that a definition needs, of some; never itself. */
  public static List<ApplicationName> among(
      ApplicationDefinition definition, List<ApplicationName> some) {
    return of(definition)
        .filter(need -> some.contains(need) && !need.equals(definition.name()))
        .distinct()
        .toList();
  }

  /** What whoever closes a circle is told. */
  public static Reason circle(ApplicationName one, ApplicationName other) {
    return new Reason(
        "dependency-cycle",
        "%1$s needs %2$s, which in the end needs %1$s: neither would ever start. Take one of them out of its document."
            .formatted(one, other));
  }

  /** Whether the needs of one application lead to another, by what their documents say now. */
  static boolean leadTo(Deliberation d, ApplicationName from, ApplicationName to) {
    return leadTo(d, from, to, new HashSet<>());
  }

  private static boolean leadTo(
      Deliberation d, ApplicationName from, ApplicationName to, Set<ApplicationName> seen) {
    if (from.equals(to)) {
      return true;
    }
    return seen.add(from)
        && d.application(from).stream()
            .flatMap(known -> of(known.definition()))
            .anyMatch(next -> leadTo(d, next, to, seen));
  }

  private static Stream<ApplicationName> of(ApplicationDefinition definition) {
    return definition.needs().stream().flatMap(List::stream).map(DependencyDefinition::application);
  }
}
