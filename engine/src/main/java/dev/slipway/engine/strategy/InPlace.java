package dev.slipway.engine.strategy;

import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import java.util.List;

/** One step, as with recreate, at targets of which a few may fail. */
public record InPlace(int failures) implements Strategy {

  @Override
  public String name() {
    return "in-place";
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
