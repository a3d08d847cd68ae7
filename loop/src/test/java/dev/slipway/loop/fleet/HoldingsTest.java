package dev.slipway.loop.fleet;

import static org.assertj.core.api.Assertions.assertThat;

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
  private final Holdings holdings = new Holdings(() -> now);

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
    holdings.waits(AGENT);
    later(Duration.ofDays(1));
    assertThat(taken(8).away()).isFalse();
    holdings.answered(AGENT);
    assertThat(taken(8).again()).contains(now.plus(Holdings.AWAY_AFTER));
    later(Holdings.AWAY_AFTER);
    assertThat(taken(8).away()).isTrue();
  }
}
