package dev.slipway.model.state;

import dev.slipway.model.definition.Stay;
import java.util.List;
import java.util.Optional;

/**
 * How a rollout goes through its targets and its steps.
 *
 * @param waves how many targets each wave has, in the order of their names; all together they have
 *     every member
 * @param stays where it stays for something, by step
 * @param failures how many targets may fail without stopping the others
 */
public record Pace(List<Integer> waves, List<At> stays, int failures) {

  public Pace {
    waves = List.copyOf(waves);
    stays = List.copyOf(stays);
  }

  /** What has to be before it goes on from a step. */
  public record At(int step, Stay stay) {}

  /** What has to be before it goes on from a step; empty where the next one follows at once. */
  public Optional<Stay> stay(int step) {
    return stays.stream().filter(at -> at.step() == step).map(At::stay).findFirst();
  }
}
