package dev.slipway.loop.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.memory.MemoryTimers;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WakeupsTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Placement SHOP =
      new Placement(new ApplicationName("shop"), new EnvironmentName("staging"));

  private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);
  private final Turns turns = new Turns();
  private final Wakeups wakeups = new Wakeups(new MemoryTimers(), turns, clock::get);
  private final List<Placement> woken = new ArrayList<>();

  /** One delayed turn at a time, as wake-ups ask for. */
  private static final class Turns implements Scheduler {
    private Runnable next = () -> {};
    private Duration delay = Duration.ZERO;

    @Override
    public void execute(Runnable task) {
      task.run();
    }

    @Override
    public Cancellation after(Duration given, Runnable task) {
      delay = given;
      next = task;
      return () -> next = () -> {};
    }
  }

  WakeupsTest() {
    wakeups.onWake((_, placement) -> woken.add(placement));
  }

  @Test
  void what_has_its_time_soon_is_woken_then() {
    expect(Duration.ofSeconds(20));
    assertThat(turns.delay).isEqualTo(Duration.ofSeconds(20));
    pass();
    assertThat(woken).containsExactly(SHOP);
  }

  @Test
  void what_has_its_time_later_is_not_woken_by_a_look_at_the_clock() {
    expect(Duration.ofMinutes(10));
    pass();
    assertThat(woken).isEmpty();
  }

  @Test
  void a_clock_that_is_set_right_is_noticed_within_a_minute() {
    clock.set(NOON.minus(Duration.ofMinutes(5)));
    expect(Duration.ofMinutes(6));
    clock.set(NOON.plus(Duration.ofMinutes(1)));
    assertThat(turns.delay).isEqualTo(Duration.ofMinutes(1));
    turns.next.run();
    assertThat(woken).containsExactly(SHOP);
  }

  private void expect(Duration duration) {
    wakeups.set(Organisation.MAIN, Map.of(SHOP, clock.get().plus(duration)));
  }

  private void pass() {
    clock.set(clock.get().plus(turns.delay));
    turns.next.run();
  }
}
