package dev.slipway.http.show;

import dev.slipway.model.TargetName;
import dev.slipway.views.row.PlacementRow;
import dev.slipway.views.row.PlacementRow.SlotRow;
import dev.slipway.wire.RunState;
import dev.slipway.wire.TargetRun;
import java.util.List;
import java.util.Optional;

/** What a target runs, held against what is in force. */
final class Runs {

  private Runs() {}

  static List<TargetRun> of(TargetName target, List<PlacementRow> placements) {
    return placements.stream().flatMap(row -> run(target, row).stream()).toList();
  }

  /** Nothing where nothing is in force and nothing was said. */
  private static Optional<TargetRun> run(TargetName target, PlacementRow row) {
    Optional<SlotRow> slot =
        row.slots().stream().filter(it -> it.target().equals(target)).findFirst();
    Optional<Integer> inForce = row.inForce().map(PlacementRow.InForce::number);
    if (slot.isEmpty() && inForce.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TargetRun(
            row.placement().application().value(),
            slot.map(it -> state(it, inForce.orElse(0))).orElse(RunState.UNKNOWN),
            slot.flatMap(SlotRow::delivery),
            inForce,
            Shown.reason(slot.flatMap(SlotRow::because)),
            slot.stream().flatMap(it -> it.instances().stream()).map(Rollouts::instance).toList()));
  }

  private static RunState state(SlotRow slot, int inForce) {
    if (slot.drifted()) {
      return RunState.DRIFTED;
    }
    return slot.delivery().map(held -> state(held, inForce)).orElse(RunState.UNKNOWN);
  }

  private static RunState state(int held, int inForce) {
    if (held == inForce) {
      return RunState.AS_ORDERED;
    }
    return held < inForce ? RunState.BEHIND : RunState.AHEAD;
  }
}
