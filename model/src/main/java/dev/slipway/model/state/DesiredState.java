package dev.slipway.model.state;

import java.util.List;
import java.util.Optional;

/**
 * The complete declarative state of one application in one environment; services in the order of
 * their names.
 *
 * @param jobs the effects that it has on its way, in the order in which they are had; absent when
 *     there are none, and in orders, which hold a state and not a way
 */
public record DesiredState(List<DesiredService> services, Optional<List<DesiredJob>> jobs) {

  public DesiredState {
    services = List.copyOf(services);
    jobs = jobs.map(List::copyOf);
  }

  /** One without jobs. */
  public DesiredState(List<DesiredService> services) {
    this(services, Optional.empty());
  }

  /** Whether nothing is to run, and nothing to be done. */
  public boolean isNothing() {
    return services.isEmpty() && jobs.isEmpty();
  }
}
