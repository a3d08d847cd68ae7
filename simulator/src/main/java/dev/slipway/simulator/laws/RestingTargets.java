package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.TargetId;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.TargetPaused;
import dev.slipway.model.entry.TargetRemoved;
import dev.slipway.model.entry.TargetResumed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Law 54: of a target that somebody paused or removed nothing is ordered, until it is resumed. */
final class RestingTargets implements Law {

  private final Set<TargetId> resting = new HashSet<>();

  @Override
  public String name() {
    return "law-54";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case TargetPaused e -> rests(e.target());
      case TargetRemoved e -> rests(e.target());
      case TargetResumed e -> {
        resting.remove(e.target());
        yield List.of();
      }
      case OrderIssued e when resting.contains(e.slot().target()) ->
          List.of("%s was ordered of %s, which rests".formatted(e.delivery(), e.slot().target()));
      case Entry _ -> List.of();
    };
  }

  private List<String> rests(TargetId target) {
    resting.add(target);
    return List.of();
  }
}
