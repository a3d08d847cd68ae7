package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.simulator.Machine;
import dev.slipway.simulator.Machine.Effect;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Law 28: a command of one order begins once, whoever crashes whenever. */
final class IntentFirst implements Law {

  private final Set<Effect> begun = new HashSet<>();

  @Override
  public String name() {
    return "law-28";
  }

  @Override
  public List<String> after(World world, Machine.Done done) {
    return switch (done) {
      case Machine.Done.Began began when !begun.add(began.effect()) ->
          List.of("run twice: " + began.effect());
      case Machine.Done.Began _, Machine.Done.Ended _, Machine.Done.Kept _ -> List.of();
    };
  }
}
