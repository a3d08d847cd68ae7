package dev.slipway.model.definition;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A target whose document names no environment: its labels select the group that makes one for it.
 *
 * @param local whether the server's own machine is the target and the server runs its agent
 */
public record LabelledTarget(TargetName name, SortedMap<String, String> labels, boolean local) {

  public LabelledTarget {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** The target in the environment that was made for it. */
  public TargetDefinition in(EnvironmentName environment) {
    return new TargetDefinition(new TargetId(environment, name), labels, local);
  }
}
