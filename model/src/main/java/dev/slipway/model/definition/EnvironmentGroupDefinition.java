package dev.slipway.model.definition;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.TargetName;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Environments that are made from one template, each for one target: a target that its labels
 * select has its environment from the moment on that it is declared. A route names the group as it
 * names an environment, so both draw their names from one lot.
 *
 * @param selector the labels that a target has to have, all of them; never empty
 * @param allowEmpty whether a route may name it while it has no environment yet
 * @param template what each of its environments is like; it bears the name of the group
 */
public record EnvironmentGroupDefinition(
    EnvironmentName name,
    SortedMap<String, String> selector,
    boolean allowEmpty,
    EnvironmentDefinition template) {

  public EnvironmentGroupDefinition {
    selector = Collections.unmodifiableSortedMap(new TreeMap<>(selector));
  }

  /** Whether a target with these labels gets an environment here. */
  public boolean selects(SortedMap<String, String> labels) {
    return labels.entrySet().containsAll(selector.entrySet());
  }

  /** What the environment of a target is called, however long that is. */
  public String spelled(TargetName target) {
    return name + "-" + target;
  }

  /** The name of a target's environment; empty where it would be too long for one. */
  public Optional<EnvironmentName> named(TargetName target) {
    try {
      return Optional.of(new EnvironmentName(spelled(target)));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  /** What one of its environments is like. */
  public EnvironmentDefinition made(EnvironmentName environment) {
    return template.madeAs(environment, name);
  }
}
