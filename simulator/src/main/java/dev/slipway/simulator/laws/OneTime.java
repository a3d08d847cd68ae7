package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutStuck;
import java.time.Instant;
import java.util.List;

/**
 * Law 49: whatever clocks do, the ledger's time never goes back, and nobody is called silent before
 * the deadline has passed by it, or once the ledger has an answer.
 */
final class OneTime implements Law {

  private static final String SILENT = "silent";

  private Instant last = Instant.EPOCH;

  @Override
  public String name() {
    return "law-49";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    if (recorded.at().isBefore(last)) {
      return List.of("%s was written at %s, after %s".formatted(recorded, recorded.at(), last));
    }
    last = recorded.at();
    return switch (recorded.entry()) {
      case RolloutStuck e when e.because().code().equals(SILENT) ->
          world.deliveries().placement(e.delivery().placement()).of(e.delivery()).stream()
              .filter(rollout -> !isAnybodyLate(rollout, last))
              .map(rollout -> e.delivery() + " is stuck for a silence that was not over")
              .toList();
      case Entry _ -> List.of();
    };
  }

  private static boolean isAnybodyLate(RolloutState rollout, Instant now) {
    return rollout.members().values().stream().anyMatch(member -> member.isSilentAt(now));
  }
}
