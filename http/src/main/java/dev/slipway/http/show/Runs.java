package dev.slipway.http.show;

import dev.slipway.model.TargetName;
import dev.slipway.views.row.PlacementRow;
import dev.slipway.views.row.SlotRow;
import dev.slipway.wire.RunState;
import dev.slipway.wire.TargetRun;
import java.util.List;
import java.util.Optional;

/** What a target runs, held against what is in force. */
final class Runs {

  private Runs() {}

  static List<TargetRun> of(TargetName target, List<Placed> placements) {
    return placements.stream().flatMap(placed -> run(target, placed).stream()).toList();
  }

  /** Nothing where nothing should run and nothing was said. */
  private static Optional<TargetRun> run(TargetName target, Placed placed) {
    PlacementRow row = placed.row();
    SlotRow slot =
        row.slots().stream()
            .filter(it -> it.target().equals(target))
            .findFirst()
            .orElseGet(() -> SlotRow.of(target));
    Optional<Integer> inForce = row.inForce().map(PlacementRow.InForce::number);
    if (slot.delivery().isEmpty() && inForce.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TargetRun(
            row.placement().application().value(),
            placed.removed() ? RunState.REMOVED : state(slot, inForce),
            slot.delivery(),
            slot.ordered().flatMap(SlotRow.Ordered::holds),
            slot.since(),
            inForce,
            Shown.reason(slot.because()),
            slot.instances().stream().map(Rollouts::instance).toList()));
  }

  /** A way back that failed is drift: its agent goes on trying. */
  private static RunState state(SlotRow slot, Optional<Integer> inForce) {
    boolean astray = slot.because().isPresent() && slot.delivery().equals(inForce);
    if (slot.drifted() || astray) {
      return RunState.DRIFTED;
    }
    return slot.delivery().map(held -> state(held, inForce.orElse(0))).orElse(RunState.UNKNOWN);
  }

  private static RunState state(int held, int inForce) {
    if (held == inForce) {
      return RunState.AS_ORDERED;
    }
    return held < inForce ? RunState.BEHIND : RunState.AHEAD;
  }
}
