package dev.slipway.engine.strategy;

import dev.slipway.model.state.DesiredState;
import java.util.List;

/** One step: hold the wanted state. What ran before stops when the target converges. */
public record Recreate() implements Strategy {

  static final String NAME = "recreate";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<DesiredState> steps(DesiredState wanted) {
    return List.of(wanted);
  }
}
