package dev.slipway.wire;

import java.util.Map;

/** One running thing. */
public record Instance(
    String service, String instance, String release, Health health, Map<String, String> details) {
  public Instance {
    details = Map.copyOf(details);
  }
}
