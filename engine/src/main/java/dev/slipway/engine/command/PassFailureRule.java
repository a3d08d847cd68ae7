package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.queue.Train;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.engine.rollout.Onlookers;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.FailurePassed;
import java.util.Optional;

/**
 * Somebody looked at what failed, and says that what waits behind it goes on without anything in
 * its place. The failed delivery is named, so that nobody passes another failure than the one that
 * was seen.
 */
final class PassFailureRule {

  private PassFailureRule() {}

  static Optional<Settlement> decide(Deliberation d, Command.PassFailure wish) {
    DeliveryId id = wish.delivery();
    if (Train.breakdown(d, id.placement()).filter(it -> it.delivery().equals(id)).isEmpty()) {
      return Settlements.refused(
          "not-stopped", "Nothing waits for %s to be replaced.".formatted(id));
    }
    d.write(new FailurePassed(id, wish.because(), d.actor()));
    Advance.placement(d, id.placement());
    Onlookers.needed(d, id.placement());
    return Settlements.followed(
        "failure-passed", "What waited behind %s goes on without it.".formatted(id));
  }
}
