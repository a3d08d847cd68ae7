package dev.slipway.aggregation;

import java.util.List;

/**
 * An application in one environment.
 *
 * @param services in the order of their names
 * @param conflicts why it must not be delivered so; none when it may
 */
public record Compiled(List<CompiledService> services, List<Conflict> conflicts) {
  public Compiled {
    services = List.copyOf(services);
    conflicts = List.copyOf(conflicts);
  }
}
