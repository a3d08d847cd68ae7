package dev.slipway.wire;

import java.util.List;

/**
 * A rule that makes shipments.
 *
 * @param patterns globs of branches or tags, types of events, or parameters that follow images
 * @param environments the part of the route; empty means all of it
 */
public record Trigger(
    String name, TriggerOn listensTo, List<String> patterns, List<String> environments) {
  public Trigger {
    patterns = List.copyOf(patterns);
    environments = List.copyOf(environments);
  }
}
