package dev.slipway.engine.rollout;

import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.Turn;
import dev.slipway.engine.guardrail.Gate;
import java.util.Optional;

/**
 * Where a rollout has to pass the guardrails before what it comes to next. Whoever is ordered once
 * more, or back, or in the same turn as others passes nothing: that is no step further.
 */
public final class Threshold {

  private Threshold() {}

  /** What lies ahead now; what has not started is judged for its start, whatever holds it. */
  public static Optional<Gate.Ahead> at(RolloutState rollout, NextMove move) {
    return of(rollout, move)
        .or(() -> rollout.isWaiting() ? Optional.of(Gate.Ahead.START) : Optional.empty());
  }

  /** What lies ahead; empty where nothing does that guardrails could hold. */
  public static Optional<Gate.Ahead> of(RolloutState rollout, NextMove move) {
    return switch (move) {
      case NextMove.Start _ -> Optional.of(Gate.Ahead.START);
      case NextMove.Order order ->
          Turn.isNext(rollout, order.members()) || Turn.followsJob(rollout)
              ? Optional.of(Gate.Ahead.STEP)
              : Optional.empty();
      case NextMove.Step _, NextMove.RunJob _ -> Optional.of(Gate.Ahead.STEP);
      case NextMove.Settle _ -> Optional.of(Gate.Ahead.END);
      case NextMove.Fail _,
          NextMove.Return _,
          NextMove.Cancelled _,
          NextMove.Stuck _,
          NextMove.Wait _ ->
          Optional.empty();
    };
  }
}
