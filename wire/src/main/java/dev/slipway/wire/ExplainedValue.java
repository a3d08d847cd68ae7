package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * One value.
 *
 * @param path such as `services.web.replicas`
 * @param value absent of variables
 * @param overrode what else was said, the strongest first
 * @param limits what it may be
 * @param change who may change it, and how
 */
public record ExplainedValue(
    String path,
    Optional<String> value,
    ValueSource source,
    List<OverriddenValue> overrode,
    List<ValueLimit> limits,
    String change) {
  public ExplainedValue {
    limits = List.copyOf(limits);
    overrode = List.copyOf(overrode);
  }
}
