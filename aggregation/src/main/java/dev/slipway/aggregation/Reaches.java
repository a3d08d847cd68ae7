package dev.slipway.aggregation;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.layer.Reach;
import java.util.List;
import java.util.SortedMap;

/** What overlays are for. */
public final class Reaches {

  private Reaches() {}

  public static boolean reaches(Reach reach, ApplicationName application) {
    return matches(reach.applications(), application.value());
  }

  /**
   * Whether it is for what is delivered to an environment.
   *
   * @param labels of that environment
   */
  public static boolean reaches(
      Reach reach, EnvironmentName environment, SortedMap<String, String> labels) {
    return matches(reach.environments(), environment.value())
        && reach.labels().entrySet().stream()
            .allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
  }

  /** Whether it is for any of an application's services. */
  public static boolean serves(Reach reach, ApplicationDefinition application) {
    return application.services().stream().anyMatch(service -> reaches(reach, service.name()));
  }

  static boolean reaches(Reach reach, ServiceName service) {
    return matches(reach.services(), service.value());
  }

  private static boolean matches(List<String> patterns, String name) {
    return patterns.isEmpty()
        || patterns.stream().anyMatch(pattern -> new Glob(pattern).matches(name));
  }
}
