package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.REPOSITORY;
import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.model.RefName;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.HeadGone;
import dev.slipway.model.entry.HeadMoved;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.event.Event;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a repository says of its heads: all of them to whoever polls, or those that are named. */
class ReadingsTest {

  private static final RefName TOPIC = RefName.ofBranch("topic");
  private static final RefName OTHER = RefName.ofBranch("other");
  private static final Duration HOUR = Duration.ofHours(1);

  private static Given shopAdded() {
    Given given = new Given();
    given.git.push(MAIN, sha(1), Fixtures.shop(Fixtures.web("bin/web")));
    given.git.push(TOPIC, sha(1));
    given.when(new Command.AddApplication(REPOSITORY, Optional.empty(), Fixtures.PATH));
    return given;
  }

  @Test
  void a_poll_finds_all_that_moved_came_and_went() {
    Given given = shopAdded();
    given.git.push(MAIN, sha(2), Fixtures.shop(Fixtures.web("bin/web")));
    given.git.push(OTHER, sha(2));
    given.git.delete(TOPIC);

    Then then = given.later(HOUR).whenHinted();

    assertThat(then.all(HeadMoved.class))
        .extracting(HeadMoved::ref, HeadMoved::n)
        .containsExactly(tuple(MAIN, 2L), tuple(OTHER, 1L));
    assertThat(then.one(HeadGone.class).ref()).isEqualTo(TOPIC);
    assertThat(then.settlement().because().sentence())
        .isEqualTo("Heads moved: 3, shipments made: 1.");
  }

  @Test
  void a_hint_looks_at_nothing_but_what_it_names() {
    Given given = shopAdded();
    given.git.push(MAIN, sha(2), Fixtures.shop(Fixtures.web("bin/web")));
    given.git.push(TOPIC, sha(2));

    Then then = given.later(HOUR).whenHinted(TOPIC);

    assertThat(then.one(HeadMoved.class).ref()).isEqualTo(TOPIC);
    assertThat(then.asked()).containsExactly(new Need.HeadsOf(REPOSITORY, List.of(TOPIC)));
  }

  @Test
  void a_head_that_came_back_counts_on() {
    Given given = shopAdded();
    given.git.delete(TOPIC);
    given.later(HOUR).whenHinted(TOPIC).one(HeadGone.class);
    given.git.push(TOPIC, sha(3));

    HeadMoved moved = given.later(HOUR).whenHinted(TOPIC).one(HeadMoved.class);

    assertThat(moved.n()).isEqualTo(3);
    assertThat(moved.sha()).isEqualTo(sha(3));
    assertThat(moved.readAt()).isEqualTo(given.now());
  }

  @Test
  void a_reading_that_is_older_than_what_is_known_is_asked_for_again() {
    Given given = shopAdded();
    given.git.push(TOPIC, sha(2));
    given.later(HOUR).whenHinted(TOPIC);

    assertThat(asked(given, TOPIC, HOUR.negated())).isNotEmpty();
    assertThat(asked(given, TOPIC, Duration.ZERO)).isEmpty();
  }

  @Test
  void how_old_the_reading_of_another_head_is_does_not_matter() {
    Given given = shopAdded();
    given.git.push(OTHER, sha(2));
    given.later(HOUR).whenHinted(OTHER);

    assertThat(asked(given, TOPIC, HOUR.dividedBy(2).negated())).isEmpty();
  }

  /** What is still asked where a reading of a head is that much older or newer than now. */
  private static List<Need> asked(Given given, RefName ref, Duration by) {
    Need need = new Need.HeadsOf(REPOSITORY, List.of(ref));
    Fact fact = new Fact(need, given.git.answer(need), given.now().plus(by));
    return given.decided(new Event.RefsHinted(REPOSITORY, List.of(ref)), fact).needs();
  }

  @Test
  void the_branch_that_defines_is_judged_before_what_sorts_before_it() {
    RefName before = RefName.ofBranch("feature");
    Given given = shopAdded();
    given.git.push(before, sha(2), Fixtures.shop(Fixtures.web("bin/web")));
    given.git.push(
        MAIN,
        sha(2),
        Fixtures.shop(List.of(Fixtures.onPush("features", "feature")), Fixtures.web("bin/web")));

    Then then = given.later(HOUR).whenHinted();

    assertThat(then.one(ShipmentMade.class).shipment().change().ref()).contains(before);
    assertThat(then.all(TriggerEvaluated.class))
        .extracting(it -> it.trigger().value())
        .containsOnly("features");
  }

  @Test
  void what_a_repository_held_before_its_application_came_ships_nothing() {
    Given given = shopAdded();

    given.later(HOUR).whenHinted().nothingBecause("head-known");

    assertThat(given.world().heads().of(REPOSITORY)).containsOnlyKeys(MAIN, TOPIC);
  }
}
