package dev.slipway.engine.strategy;

import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import java.util.List;

/** How one service is taken from the release that is held to the one that is wanted. */
public sealed interface Strategy permits BlueGreen, Recreate, Rolling {

  /** As people read it. */
  String name();

  /** Whether targets are taken one after the other, and not all at once. */
  boolean isOneByOne();

  /**
   * The complete states to hold one after the other; the last is the wanted one, or that with a
   * standby beside it.
   *
   * @param held what takes traffic now, of the same service
   * @param wanted another release of it
   */
  List<DesiredService> steps(DesiredRelease held, DesiredService wanted);

  /** The strategy that a service declares. */
  static Strategy of(DesiredService service) {
    return switch (service.serving().orElse(Serving.PLAIN).strategy()) {
      case StrategyDefinition.Recreate _ -> new Recreate();
      case StrategyDefinition.Rolling _ -> new Rolling();
      case StrategyDefinition.BlueGreen blueGreen -> new BlueGreen(blueGreen.standby());
    };
  }
}
