package dev.slipway.engine.strategy;

import static dev.slipway.model.state.DesiredRelease.Part.ACTIVE;
import static dev.slipway.model.state.DesiredRelease.Part.DRAINING;
import static dev.slipway.model.state.DesiredRelease.Part.STANDBY;

import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import java.util.List;

/**
 * Three steps: what is new stands by until all of it is healthy; it takes all traffic while what is
 * old ends what it has; what is old stands by or goes.
 */
public record BlueGreen(boolean standby) implements Strategy {

  private static final int ALL = 100;

  @Override
  public String name() {
    return "blue-green";
  }

  @Override
  public boolean isOneByOne() {
    return false;
  }

  @Override
  public List<DesiredService> steps(DesiredRelease held, DesiredService wanted) {
    DesiredRelease next = wanted.releases().getFirst();
    DesiredRelease active = part(next, ALL, ACTIVE);
    return List.of(
        wanted.holding(List.of(part(held, ALL, ACTIVE), part(next, 0, STANDBY))),
        wanted.holding(List.of(active, part(held, 0, DRAINING))),
        standby ? wanted.holding(List.of(active, part(held, 0, STANDBY))) : wanted);
  }

  private static DesiredRelease part(DesiredRelease of, int weight, DesiredRelease.Part part) {
    return new DesiredRelease(of.release(), weight, of.replicas(), part);
  }
}
