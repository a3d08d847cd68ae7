package dev.slipway.engine.strategy;

import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import java.util.List;

/** How one service is taken from the release that is held to the one that is wanted. */
public sealed interface Strategy permits BlueGreen, Highlander, InPlace, Recreate, Rolling, Staged {

  /** As people read it. */
  String name();

  /** Whether targets are taken one after the other, and not all at once. */
  boolean isOneByOne();

  /**
   * The complete states to hold one after the other; the last is the wanted one, or that with a
   * standby beside it. What the service is asked is in the first in which what is new has all
   * traffic, and not before.
   *
   * @param held what takes traffic now, of the same service
   * @param wanted another release of it
   */
  List<DesiredService> steps(DesiredRelease held, DesiredService wanted);

  /** What has to be before the step that follows each of the first ones. */
  default List<Stay> stays() {
    return List.of();
  }

  /** How many targets may fail without stopping the others. */
  default int failures() {
    return 0;
  }

  /**
   * The same where what is new has to bake: what is old stays as near as the strategy allows until
   * it has, so that going back is quick.
   */
  default Baked baked(DesiredRelease held, DesiredService wanted) {
    return new Baked(steps(held, wanted), List.of(wanted));
  }

  /**
   * The states before the time in which it bakes, the last of which holds all that time, and those
   * after it. Neither is empty.
   */
  record Baked(List<DesiredService> until, List<DesiredService> after) {
    public Baked {
      until = List.copyOf(until);
      after = List.copyOf(after);
    }

    static Baked unchanged(DesiredService service) {
      return new Baked(List.of(service), List.of(service));
    }
  }

  /** The strategy that a service declares. */
  static Strategy of(DesiredService service) {
    return switch (service.serving().orElse(Serving.PLAIN).strategy()) {
      case StrategyDefinition.Recreate _ -> new Recreate();
      case StrategyDefinition.Rolling rolling -> new Rolling(rolling.batch().orElse(Rolling.ONE));
      case StrategyDefinition.BlueGreen blueGreen -> new BlueGreen(blueGreen.standby());
      case StrategyDefinition.Canary canary -> new Staged("canary", canary.steps());
      case StrategyDefinition.Highlander _ -> new Highlander();
      case StrategyDefinition.InPlace inPlace -> new InPlace(inPlace.failures());
      case StrategyDefinition.Custom custom -> new Staged("custom", custom.steps());
    };
  }
}
