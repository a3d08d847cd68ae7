package dev.slipway.model.layer;

import java.util.List;
import java.util.SortedMap;

/**
 * What an overlay is for: patterns of names, of which one has to match; without any, all do.
 *
 * @param labels of the environment, all of which it has to have
 */
public record Reach(
    List<String> applications,
    List<String> environments,
    List<String> services,
    SortedMap<String, String> labels) {

  public Reach {
    applications = List.copyOf(applications);
    environments = List.copyOf(environments);
    services = List.copyOf(services);
  }
}
