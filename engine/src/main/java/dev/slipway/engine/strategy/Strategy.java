package dev.slipway.engine.strategy;

import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredState;
import java.util.List;

/** How an environment is taken from what it holds to a new state. */
public sealed interface Strategy permits Recreate {

  String name();

  /** The complete states to hold one after the other; the last is the wanted one. */
  List<DesiredState> steps(DesiredState wanted);

  /** The strategy that a delivery is rolled out with. */
  static Strategy of(Delivery delivery) {
    return new Recreate();
  }
}
