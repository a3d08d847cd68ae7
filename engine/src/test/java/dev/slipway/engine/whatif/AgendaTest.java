package dev.slipway.engine.whatif;

import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.Fixtures;
import dev.slipway.engine.Given;
import dev.slipway.model.Position;
import dev.slipway.model.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is due comes in the order of time, each once, and never before its time. */
class AgendaTest {

  private static final Instant NOON = Fixtures.NOON;
  private static final Agenda.Due STAGING = new Agenda.Due.Look(Given.placement("staging"));
  private static final Agenda.Due PRODUCTION = new Agenda.Due.Look(Given.placement("production"));
  private static final Agenda.Due ENDED =
      new Agenda.Due.Ended(
          new Slot(target("staging", "local"), SHOP), new Position(7), Optional.empty());

  private final Agenda agenda = new Agenda();

  private List<Agenda.Due> due(Instant by) {
    return Stream.generate(() -> agenda.take(by))
        .takeWhile(Optional::isPresent)
        .map(entry -> entry.orElseThrow().due())
        .toList();
  }

  @Test
  void the_earliest_comes_first_and_equal_times_as_they_came() {
    agenda.add(NOON.plusSeconds(2), STAGING);
    agenda.add(NOON.plusSeconds(1), ENDED);
    agenda.add(NOON.plusSeconds(2), PRODUCTION);
    agenda.add(NOON.plusSeconds(2), ENDED);
    assertThat(due(NOON.plusSeconds(2))).containsExactly(ENDED, STAGING, PRODUCTION, ENDED);
  }

  @Test
  void nothing_comes_before_its_time() {
    agenda.add(NOON, STAGING);
    assertThat(agenda.take(NOON.minusMillis(1))).isEmpty();
    assertThat(due(NOON)).containsExactly(STAGING);
    assertThat(agenda.take(NOON)).isEmpty();
  }

  @Test
  void a_look_at_the_same_place_at_the_same_time_is_one_look_until_it_was_taken() {
    agenda.add(NOON, STAGING);
    agenda.add(NOON, STAGING);
    agenda.add(NOON.plusSeconds(1), STAGING);
    assertThat(due(NOON)).containsExactly(STAGING);
    agenda.add(NOON, STAGING);
    assertThat(due(NOON.plusSeconds(1))).containsExactly(STAGING, STAGING);
  }

  @Test
  void each_end_of_an_order_counts() {
    agenda.add(NOON, ENDED);
    agenda.add(NOON, ENDED);
    assertThat(due(NOON)).containsExactly(ENDED, ENDED);
  }
}
