package dev.slipway.aggregation;

import dev.slipway.model.definition.ServiceDefinition;
import java.util.List;

/**
 * A service as it is to be in one environment.
 *
 * @param definition with every value in its place
 * @param values all of them, by name
 */
public record CompiledService(ServiceDefinition definition, List<Resolved> values) {
  public CompiledService {
    values = List.copyOf(values);
  }
}
