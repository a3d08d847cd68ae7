package dev.slipway.model.state;

import java.util.List;

/**
 * The complete declarative state of one application in one environment; services in the order of
 * their names.
 */
public record DesiredState(List<DesiredService> services) {

  public DesiredState {
    services = List.copyOf(services);
  }
}
