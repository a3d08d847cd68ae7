package dev.slipway.engine.guardrail;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.definition.ApplicationGuardrails;
import dev.slipway.model.definition.ResourcePolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What two definitions of an application ask for, taken together. A shipment carries the rules of
 * the definition in force beside those of its own commit, and a rollback those of what it takes
 * back: neither an old commit nor the way back sheds a rule. Stateless.
 */
public final class Together {

  private Together() {}

  /** Everything that one of both asks for; absent where neither asks for anything. */
  public static Optional<List<ApplicationGuardrails>> of(
      Optional<List<ApplicationGuardrails>> one, Optional<List<ApplicationGuardrails>> other) {
    Map<EnvironmentName, ApplicationGuardrails> all = new TreeMap<>();
    Stream.of(one, other)
        .flatMap(Optional::stream)
        .flatMap(List::stream)
        .forEach(asked -> all.merge(asked.environment(), asked, Together::both));
    return Optional.of(List.copyOf(all.values())).filter(asked -> !asked.isEmpty());
  }

  private static ApplicationGuardrails both(
      ApplicationGuardrails one, ApplicationGuardrails other) {
    List<ResourcePolicy> resources = distinct(of(one.resources()), of(other.resources()));
    return new ApplicationGuardrails(
        one.environment(),
        distinct(one.approvals(), other.approvals()),
        resources.isEmpty() ? Optional.empty() : Optional.of(resources));
  }

  private static List<ResourcePolicy> of(Optional<List<ResourcePolicy>> resources) {
    return resources.orElseGet(List::of);
  }

  private static <T> List<T> distinct(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }
}
