package dev.slipway.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.Timers;
import dev.slipway.ledger.memory.MemorySnapshots;
import dev.slipway.ledger.memory.MemoryTimers;
import dev.slipway.loop.snapshot.SnapshotRule;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.command.Command;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is for later starts at its time, whatever became of the server meanwhile. */
class ScheduleTest {

  private static final ApplicationName SHOP = new ApplicationName("shop");
  private static final EnvironmentName DEV = new EnvironmentName("dev");
  private static final Duration LATER = Duration.ofHours(2);

  private final Premises premises = new Premises();
  private final HandTurned hands = premises.hands;

  private Loop started(Timers timers) {
    return premises.started(
        premises.shop(), timers, new MemorySnapshots(), Duration.ofHours(1), SnapshotRule.NEVER);
  }

  private void wish(Loop loop, String name, Command command) {
    loop.commands().submit(Organisation.MAIN, ActorId.SLIPWAY, name, command);
    hands.pass(Duration.ofSeconds(10));
  }

  private static boolean isUnderWay(Loop loop) {
    return loop.memory()
        .world(Organisation.MAIN)
        .deliveries()
        .placement(new Placement(SHOP, DEV))
        .active()
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_restart_changes_nothing_of_when_it_starts_even_where_timers_were_lost(boolean kept) {
    premises.found();
    Timers timers = new MemoryTimers();
    Loop first = started(timers);
    wish(first, "add", new Command.AddApplication(Host.URL, Optional.of("main"), "slipway.yaml"));
    wish(
        first,
        "deploy",
        new Command.Deploy(
            SHOP,
            DEV,
            Optional.of("main"),
            false,
            new TreeMap<>(),
            Optional.empty(),
            Optional.of(hands.instant().plus(LATER))));
    hands.crash();
    Loop second = started(kept ? timers : new MemoryTimers());
    hands.pass(LATER.minusMinutes(1));
    assertThat(isUnderWay(second)).isFalse();
    hands.pass(Duration.ofMinutes(2));
    assertThat(isUnderWay(second)).isTrue();
  }
}
