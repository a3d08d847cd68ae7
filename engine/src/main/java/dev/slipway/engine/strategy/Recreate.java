package dev.slipway.engine.strategy;

import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import java.util.List;

/** One step: hold the wanted state. What ran before stops when the target converges. */
public record Recreate() implements Strategy {

  @Override
  public String name() {
    return "recreate";
  }

  @Override
  public boolean isOneByOne() {
    return false;
  }

  @Override
  public List<DesiredService> steps(DesiredRelease held, DesiredService wanted) {
    return List.of(wanted);
  }
}
