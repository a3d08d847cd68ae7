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
    return List.of(
        ready(held, wanted), switched(held, DRAINING, wanted), ended(held, wanted).unverified());
  }

  /** What is old gets no traffic and runs on while what is new bakes; only then it is let go. */
  @Override
  public Baked baked(DesiredRelease held, DesiredService wanted) {
    return new Baked(
        List.of(ready(held, wanted), switched(held, STANDBY, wanted)),
        standby
            ? List.of(ended(held, wanted))
            : List.of(switched(held, DRAINING, wanted), ended(held, wanted).unverified()));
  }

  private static DesiredService ready(DesiredRelease held, DesiredService wanted) {
    DesiredRelease next = wanted.releases().getFirst();
    return wanted.holding(List.of(part(held, ALL, ACTIVE), part(next, 0, STANDBY))).unverified();
  }

  private static DesiredService switched(
      DesiredRelease held, DesiredRelease.Part old, DesiredService wanted) {
    DesiredRelease next = wanted.releases().getFirst();
    return wanted.holding(List.of(part(next, ALL, ACTIVE), part(held, 0, old)));
  }

  private DesiredService ended(DesiredRelease held, DesiredService wanted) {
    return standby ? switched(held, STANDBY, wanted) : wanted;
  }

  private static DesiredRelease part(DesiredRelease of, int weight, DesiredRelease.Part part) {
    return new DesiredRelease(of.release(), weight, of.replicas(), part);
  }
}
