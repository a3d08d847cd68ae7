package dev.slipway.engine;

import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.Remark;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.model.entry.TargetPaused;
import dev.slipway.model.entry.TargetRemoved;
import dev.slipway.model.entry.TargetResumed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Law 54: of a target that is paused or removed nothing is ordered. */
final class Resting {

  private final Set<TargetId> resting = new HashSet<>();
  private int rests;

  /** Somebody pauses, removes or resumes a target that there is, or one that there is not. */
  static Command wish(RandomGenerator random, World world, String place) {
    List<TargetId> known =
        new ArrayList<>(
            world.declared().environment(Fixtures.environment(place)).stream()
                .map(EnvironmentState::targets)
                .flatMap(targets -> targets.values().stream())
                .map(target -> target.id())
                .toList());
    known.add(Fixtures.target(place, "nowhere"));
    TargetId target = known.get(random.nextInt(known.size()));
    return switch (random.nextInt(5)) {
      case 0, 1 -> new Command.PauseTarget(target, new Remark("It happens."));
      case 2 -> new Command.RemoveTarget(target);
      default -> new Command.ResumeTarget(target);
    };
  }

  /** How many targets were paused or removed. */
  int rests() {
    return rests;
  }

  /** Every order against the law. */
  List<OrderIssued> violationsIn(List<Recorded> ledger) {
    List<OrderIssued> against = new ArrayList<>();
    for (Recorded recorded : ledger) {
      switch (recorded.entry()) {
        case TargetPaused e -> rests(e.target());
        case TargetRemoved e -> rests(e.target());
        case TargetResumed e -> resting.remove(e.target());
        case TargetDeclared e when isGone(e.definition().id(), recorded, ledger) ->
            resting.remove(e.definition().id());
        case OrderIssued e when resting.contains(e.slot().target()) -> against.add(e);
        case Object _ -> {}
      }
    }
    return against;
  }

  /** Whether it was removed when it is declared: then it begins anew. */
  private static boolean isGone(TargetId target, Recorded declared, List<Recorded> ledger) {
    return ledger.stream()
        .takeWhile(recorded -> recorded.position().compareTo(declared.position()) < 0)
        .map(Recorded::entry)
        .reduce(
            false,
            (gone, entry) ->
                switch (entry) {
                  case TargetRemoved e when e.target().equals(target) -> true;
                  case TargetResumed e when e.target().equals(target) -> false;
                  case Object _ -> gone;
                },
            (_, last) -> last);
  }

  private void rests(TargetId target) {
    resting.add(target);
    rests++;
  }
}
