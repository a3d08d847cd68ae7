package dev.slipway.loop.keeper;

import dev.slipway.ledger.Timers;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Looks at placements again when their time has come, and at most a minute later where the clock
 * was set meanwhile. All methods are called in the loop's turn.
 */
public final class Wakeups {

  private static final int DUE_MAX = 1_000;

  /** A delay does not notice that somebody set the clock; a look at the clock does. */
  private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

  private final Timers timers;
  private final Scheduler scheduler;
  private final InstantSource clock;
  private Optional<Instant> armedFor = Optional.empty();
  private Scheduler.Cancellation armed = () -> {};
  private BiConsumer<Organisation, Placement> woken = (organisation, placement) -> {};

  public Wakeups(Timers timers, Scheduler scheduler, InstantSource clock) {
    this.timers = timers;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Says whom to wake; until then nobody is woken. */
  public void onWake(BiConsumer<Organisation, Placement> listener) {
    woken = listener;
  }

  void set(Organisation organisation, Map<Placement, Instant> wakeAt) {
    wakeAt.forEach((placement, at) -> timers.set(organisation + "/" + placement, at));
    if (!wakeAt.isEmpty()) {
      arm();
    }
  }

  private void arm() {
    Optional<Instant> next = timers.next();
    if (next.equals(armedFor)) {
      return;
    }
    armed.cancel();
    armedFor = next;
    next.ifPresent(at -> {
      Duration left = Duration.between(clock.instant(), at);
      armed = scheduler.after(within(left), this::fire);
    });
  }

  private static Duration within(Duration left) {
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(LOOK_EVERY) < 0 ? left : LOOK_EVERY;
  }

  private void fire() {
    armedFor = Optional.empty();
    for (String name : timers.due(clock.instant(), DUE_MAX)) {
      timers.clear(name);
      String[] parts = name.split("/", 3);
      woken.accept(
          new Organisation(parts[0]),
          new Placement(new ApplicationName(parts[1]), new EnvironmentName(parts[2])));
    }
    arm();
  }
}
