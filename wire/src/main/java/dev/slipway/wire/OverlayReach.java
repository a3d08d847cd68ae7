package dev.slipway.wire;

import java.util.List;
import java.util.Map;

/** What an overlay or a policy is for: patterns of names; without any, all. */
public record OverlayReach(
    List<String> applications,
    List<String> environments,
    List<String> services,
    Map<String, String> labels) {
  public OverlayReach {
    applications = List.copyOf(applications);
    environments = List.copyOf(environments);
    services = List.copyOf(services);
  }
}
