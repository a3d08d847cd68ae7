package dev.slipway.engine.fold;

import dev.slipway.engine.strategy.Tiers;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.order.OrderBody;
import dev.slipway.model.order.OrderBody.Wanted;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import java.util.List;
import java.util.Optional;

/**
 * Where a rollout came from, and where it leads back when it fails or is cancelled: the step before
 * its first. It holds the processes of the delivery that was in force, in the order in which they
 * are taken back, and no command: one that ran is not run again, and one that still runs is ended.
 */
public final class WayBack {

  /** The number of that step. */
  public static final int STEP = OrderBody.BACK;

  private WayBack() {}

  /** What a slot is ordered to be; a tombstone where nothing was in force. */
  public static Wanted wanted(Optional<Delivery> from) {
    return from.isPresent() ? new Wanted.Present(state(from)) : new Wanted.Gone();
  }

  /** Whether a delivery has anything that is kept, and that a way back would keep or take away. */
  public static boolean isKept(Delivery delivery) {
    return !state(Optional.of(delivery)).services().isEmpty();
  }

  /** The processes of a delivery, and nothing that runs once. */
  public static DesiredState state(Optional<Delivery> from) {
    return new DesiredState(
        from
            .map(delivery -> Tiers.reversed(delivery.state().services()))
            .orElseGet(List::of)
            .stream()
            .map(WayBack::kept)
            .filter(service -> !service.releases().isEmpty())
            .toList());
  }

  private static DesiredService kept(DesiredService service) {
    return service
        .holding(service.releases().stream().filter(WayBack::isKept).toList())
        .unverified();
  }

  private static boolean isKept(DesiredRelease release) {
    return switch (release.release().workload()) {
      case Workload.Run _, Workload.External _ -> true;
      case Workload.Command _ -> false;
    };
  }
}
