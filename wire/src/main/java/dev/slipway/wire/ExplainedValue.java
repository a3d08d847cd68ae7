package dev.slipway.wire;

import java.util.List;

/**
 * One value.
 *
 * @param path such as `services.web.replicas`
 * @param overrode what else was said, the strongest first
 * @param change who may change it, and how
 */
public record ExplainedValue(
    String path, String value, ValueSource source, List<OverriddenValue> overrode, String change) {
  public ExplainedValue {
    overrode = List.copyOf(overrode);
  }
}
