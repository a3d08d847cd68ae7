package dev.slipway.loop.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.memory.MemoryHeldOrders;
import dev.slipway.loop.door.Agents.Asked;
import dev.slipway.loop.door.Agents.Enrolled;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Fence;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.PublicKey;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is away, and what was heard to be held. */
class HoldingsTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final ApplicationName SHOP = new ApplicationName("shop");
  private static final TargetId TARGET =
      new TargetId(new EnvironmentName("staging"), new TargetName("edge"));
  private static final Enrolled AGENT =
      new Enrolled(
          Organisation.MAIN,
          new ActorId("a-1"),
          TARGET,
          new PublicKey("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="));

  private Instant now = NOON;
  private final MemoryHeldOrders orders = new MemoryHeldOrders();
  private final Holdings holdings = new Holdings(orders, () -> now);

  private Answer.Taken taken(long position) {
    Map<Slot, Fence> order = Map.of(new Slot(TARGET, SHOP), fence(position));
    return holdings.answer(new Need.OrdersTaken(Organisation.MAIN, order));
  }

  private static Fence fence(long position) {
    return new Fence(1, new Position(position));
  }

  private void heardToHold(long position) {
    holdings.heard(
        AGENT,
        new Asked("1", "boot", 1, List.of(), Map.of(SHOP, fence(position)), List.of(), 1000));
  }

  private void later(Duration duration) {
    now = now.plus(duration);
  }

  @Test
  void who_was_never_heard_is_away_once_there_was_time_to_find_the_server() {
    assertThat(taken(7).away()).isFalse();
    assertThat(taken(7).again()).contains(NOON.plus(Holdings.FOUND_AGAIN_AFTER));
    later(Holdings.FOUND_AGAIN_AFTER);
    assertThat(taken(7).away()).isTrue();
  }

  @Test
  void an_order_that_was_heard_of_is_taken_for_ever() {
    heardToHold(7);
    later(Duration.ofDays(1));
    assertThat(taken(7)).isEqualTo(new Answer.Taken(false, Optional.empty()));
    assertThat(taken(8).away()).isTrue();
  }

  @Test
  void whoever_has_a_question_waiting_is_there() {
    heardToHold(7);
    Instant until = holdings.waits(AGENT, Duration.ofDays(2));
    later(Duration.ofDays(1));
    assertThat(taken(8).away()).isFalse();
    holdings.answered(AGENT, until);
    assertThat(taken(8).again()).contains(now.plus(Holdings.AWAY_AFTER));
    later(Holdings.AWAY_AFTER);
    assertThat(taken(8).away()).isTrue();
  }

  @Test
  void a_question_that_waits_at_a_server_that_died_waits_no_longer_than_it_was_to() {
    heardToHold(7);
    Instant until = holdings.waits(AGENT, Duration.ofSeconds(25));
    later(Duration.ofSeconds(24));
    assertThat(taken(8).away()).isFalse();
    later(Duration.ofSeconds(2));
    assertThat(taken(8).again()).contains(until.plus(Holdings.AWAY_AFTER));
  }

  @Test
  void what_one_server_heard_is_known_to_another_which_gives_agents_time_to_find_it() {
    heardToHold(7);
    later(Duration.ofMinutes(1));
    Holdings other = new Holdings(orders, () -> now);
    Need.OrdersTaken asked =
        new Need.OrdersTaken(Organisation.MAIN, Map.of(new Slot(TARGET, SHOP), fence(7)));
    assertThat(other.answer(asked)).isEqualTo(new Answer.Taken(false, Optional.empty()));
    Need.OrdersTaken newer =
        new Need.OrdersTaken(Organisation.MAIN, Map.of(new Slot(TARGET, SHOP), fence(8)));
    assertThat(other.answer(newer).again()).contains(now.plus(Holdings.FOUND_AGAIN_AFTER));
    assertThat(holdings.answer(newer).away()).isTrue();
  }

  @Test
  void an_answer_that_comes_late_ends_no_question_that_was_asked_elsewhere_since() {
    heardToHold(7);
    Instant first = holdings.waits(AGENT, Duration.ofSeconds(25));
    later(Duration.ofSeconds(10));
    holdings.waits(AGENT, Duration.ofSeconds(25));
    holdings.answered(AGENT, first);
    later(Duration.ofSeconds(20));
    assertThat(taken(8).away()).isFalse();
  }
}
