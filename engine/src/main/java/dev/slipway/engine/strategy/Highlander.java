package dev.slipway.engine.strategy;

import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import java.util.List;

/** There is one at the end: all traffic is switched as with blue/green, and nothing stands by. */
public record Highlander() implements Strategy {

  private static final BlueGreen SWITCH = new BlueGreen(false);

  @Override
  public String name() {
    return "highlander";
  }

  @Override
  public boolean isOneByOne() {
    return false;
  }

  @Override
  public List<DesiredService> steps(DesiredRelease held, DesiredService wanted) {
    return SWITCH.steps(held, wanted);
  }

  @Override
  public Baked baked(DesiredRelease held, DesiredService wanted) {
    return SWITCH.baked(held, wanted);
  }
}
