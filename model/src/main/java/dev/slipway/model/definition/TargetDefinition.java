package dev.slipway.model.definition;

import dev.slipway.model.TargetId;
import java.util.SortedMap;

/**
 * One concrete runtime in an environment.
 *
 * @param local whether the server's own machine is the target and the server runs its agent
 */
public record TargetDefinition(TargetId id, SortedMap<String, String> labels, boolean local) {}
