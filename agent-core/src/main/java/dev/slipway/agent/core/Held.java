package dev.slipway.agent.core;

import dev.slipway.agent.core.Steps.Step;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Fence;
import dev.slipway.model.Slot;
import dev.slipway.model.observation.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The order that a slot holds, as the journal tells it.
 *
 * @param fence the highest fence accepted for the slot
 * @param begun the fence under which this very body was first accepted; names the work
 * @param body the digest of the order's body
 * @param envelope the signed order as it came
 * @param steps the steps, counted from 0, whose intent was written down
 * @param machine which start of the machine the last intent was written in
 * @param outcome how the order ended, once it did
 * @param acknowledged whether the server has the outcome
 */
public record Held(
    Slot slot,
    Fence fence,
    Fence begun,
    Digest body,
    Bytes envelope,
    Set<Integer> steps,
    String machine,
    Optional<Outcome> outcome,
    boolean acknowledged) {

  public Held {
    steps = Set.copyOf(steps);
  }

  /** Those of its steps whose intent was not written down, so that none can have begun. */
  public List<Step> unbegun(List<Step> all) {
    return IntStream.range(0, all.size())
        .filter(step -> !steps.contains(step))
        .mapToObj(all::get)
        .toList();
  }

  /** Whether the order ended as ordered. */
  public boolean converged() {
    return outcome.filter(Outcome.Converged.class::isInstance).isPresent();
  }
}
