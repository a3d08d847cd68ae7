package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.why.Afresh;
import dev.slipway.model.Link;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.ChecksRead;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.event.Event;
import dev.slipway.model.guardrail.Check;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckNote;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.model.need.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Checks that are read where they are kept. */
class ChecksReadTest {

  private static final String BUILD = "ci/build";
  private static final String LINT = "Lint (fast)";

  private static Given kept() {
    Given given = ChecksTest.checked();
    given.git.keepsChecks();
    return given;
  }

  private static Given pushed() {
    Given given = kept();
    Approving.push(given, 2);
    return given;
  }

  private static Check check(String name, CheckState state) {
    return new Check(new CheckName(name), state, Optional.empty(), Optional.empty(), Fixtures.NOON);
  }

  private static Given is(Given given, String name, CheckState state) {
    given.git.check(sha(2), check(name, state));
    return given;
  }

  private static Then hint(Given given) {
    return given.when(new Event.ChecksHinted(Fixtures.REPOSITORY, sha(2)));
  }

  private static Command force() {
    return new Command.Deploy(
        Fixtures.SHOP,
        Fixtures.environment("staging"),
        Optional.of(sha(2).value()),
        true,
        new TreeMap<>(),
        Optional.empty());
  }

  private static List<Need.ChecksOf> asked(Then then) {
    return then.asked().stream()
        .filter(Need.ChecksOf.class::isInstance)
        .map(Need.ChecksOf.class::cast)
        .toList();
  }

  private static boolean waits(Given given) {
    return given.at("staging").active().filter(r -> r.isWaiting()).isPresent();
  }

  @Test
  void pending_deploys_nothing_and_green_deploys_once() {
    Given given = is(is(kept(), BUILD, CheckState.PENDING), LINT, CheckState.SUCCESS);
    Then pushed = Approving.push(given, 2);
    assertThat(pushed.all(OrderIssued.class)).isEmpty();
    assertThat(pushed.one(ChecksRead.class).checks())
        .extracting(read -> read.name().value() + " " + read.state())
        .containsExactlyInAnyOrder("ci/build PENDING", "Lint (fast) SUCCESS");
    is(given, BUILD, CheckState.SUCCESS);
    Then green = hint(given);
    assertThat(green.all(OrderIssued.class)).hasSize(1);
    assertThat(green.all(RolloutStarted.class)).hasSize(1);
    hint(given).nothingBecause("checks-known");
    assertThat(given.ledger().stream().filter(e -> e.entry() instanceof RolloutStarted)).hasSize(1);
  }

  @Test
  void a_required_one_that_fails_deploys_nothing_and_its_name_is_told() {
    Given given = pushed();
    is(given, BUILD, CheckState.FAILURE);
    Then then = hint(given);
    assertThat(then.all(OrderIssued.class)).isEmpty();
    assertThat(then.one(ShipmentStopped.class).because().sentence()).contains(BUILD);
  }

  @Test
  void a_webhook_that_is_lost_costs_time_and_nothing_else() {
    Given given = is(pushed(), LINT, CheckState.SUCCESS);
    is(given, BUILD, CheckState.SUCCESS);
    Then then = given.later(Duration.ofSeconds(15)).whenTicked("staging");
    assertThat(then.all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void between_two_turns_nobody_is_asked_anything_newer() {
    Given given = pushed();
    Instant first =
        asked(given.later(Duration.ofSeconds(3)).whenTicked("staging")).getFirst().since();
    assertThat(asked(given.later(Duration.ofSeconds(11)).whenTicked("staging")))
        .extracting(Need.ChecksOf::since)
        .containsOnly(first);
    assertThat(asked(given.later(Duration.ofSeconds(1)).whenTicked("staging")))
        .extracting(Need.ChecksOf::since)
        .containsOnly(first.plusSeconds(15));
  }

  @Test
  void it_is_looked_at_again_ever_less_often() {
    Given given = pushed();
    Instant pushedAt = given.now();
    List<Long> looks = new java.util.ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Then then = given.whenTicked("staging");
      Instant next = then.decision().wakeAt().get(Given.placement("staging"));
      looks.add(Duration.between(pushedAt, next).toSeconds());
      given.later(Duration.between(given.now(), next));
    }
    assertThat(looks).containsExactly(15L, 45L, 105L, 225L, 465L, 765L, 1065L, 1365L, 1665L);
  }

  @Test
  void one_that_is_never_there_fails_at_its_deadline_with_its_name() {
    Given given = is(pushed(), LINT, CheckState.SUCCESS);
    Then then = given.later(Duration.ofMinutes(30)).whenTicked("staging");
    assertThat(asked(then)).extracting(Need.ChecksOf::since).contains(given.now());
    assertThat(then.one(ShipmentStopped.class).because().code()).isEqualTo("check-deadline");
    assertThat(then.one(ShipmentStopped.class).because().sentence()).contains(BUILD);
  }

  @Test
  void green_at_the_last_moment_is_green() {
    Given given = is(is(pushed(), LINT, CheckState.SUCCESS), BUILD, CheckState.SUCCESS);
    Then then = given.later(Duration.ofMinutes(30)).whenTicked("staging");
    assertThat(then.all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void what_was_green_is_read_again_before_it_counts() {
    Given given = is(is(kept(), BUILD, CheckState.SUCCESS), LINT, CheckState.PENDING);
    Approving.push(given, 2);
    is(given, BUILD, CheckState.FAILURE);
    is(given, LINT, CheckState.SUCCESS);
    Then then = given.later(Duration.ofMinutes(1)).whenTicked("staging");
    assertThat(then.all(OrderIssued.class)).isEmpty();
    assertThat(then.one(ShipmentStopped.class).because().code()).isEqualTo("check-red");
  }

  @Test
  void what_was_only_said_gives_way_to_what_is_read() {
    Given given = kept();
    given.when(ChecksTest.report(2, BUILD, CheckState.SUCCESS));
    given.when(ChecksTest.report(2, LINT, CheckState.SUCCESS));
    is(given, BUILD, CheckState.PENDING);
    assertThat(Approving.push(given, 2).all(OrderIssued.class)).isEmpty();
    given.when(ChecksTest.report(2, BUILD, CheckState.SUCCESS)).refusedBecause("check-is-read");
    assertThat(waits(given)).isTrue();
  }

  @Test
  void an_optional_one_that_is_red_waits_and_is_passed_over_when_forced() {
    Given given = is(is(pushed(), BUILD, CheckState.SUCCESS), LINT, CheckState.FAILURE);
    hint(given);
    assertThat(waits(given)).isTrue();
    assertThat(given.when(force()).all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void a_required_one_is_passed_over_by_no_force() {
    Given given = is(pushed(), LINT, CheckState.SUCCESS);
    is(given, BUILD, CheckState.FAILURE);
    Then then = given.when(force());
    assertThat(then.all(OrderIssued.class)).isEmpty();
    assertThat(then.all(ShipmentStopped.class))
        .extracting(stopped -> stopped.because().code())
        .contains("check-red");
  }

  @Test
  void what_cannot_be_read_waits_and_says_so_once() {
    Given given = kept();
    given.git.checksAway(true);
    Then pushed = Approving.push(given, 2);
    assertThat(pushed.one(ChecksRead.class).unread()).isPresent();
    assertThat(pushed.all(GuardrailJudged.class))
        .allSatisfy(
            judged -> assertThat(judged.because().sentence()).contains("It asks for patience."));
    assertThat(given.later(Duration.ofSeconds(15)).whenTicked("staging").all(ChecksRead.class))
        .isEmpty();
    given.git.checksAway(false);
    is(is(given, BUILD, CheckState.SUCCESS), LINT, CheckState.SUCCESS);
    Then then = given.later(Duration.ofSeconds(30)).whenTicked("staging");
    assertThat(then.one(ChecksRead.class).unread()).isEmpty();
    assertThat(then.all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void what_is_told_of_progress_is_no_news() {
    Given given = is(pushed(), BUILD, CheckState.PENDING);
    hint(given);
    given.git.check(
        sha(2),
        new Check(
            new CheckName(BUILD),
            CheckState.PENDING,
            Optional.of(new CheckNote("7 of 12")),
            Optional.empty(),
            given.now()));
    assertThat(hint(given).all(ChecksRead.class)).isEmpty();
    given.git.check(
        sha(2),
        new Check(
            new CheckName(BUILD),
            CheckState.PENDING,
            Optional.empty(),
            Optional.of(new Link("https://ci.example/2")),
            given.now()));
    assertThat(hint(given).all(ChecksRead.class)).hasSize(1);
  }

  @Test
  void what_nobody_asks_for_is_not_written_down() {
    Given given = pushed();
    is(given, "something else", CheckState.FAILURE);
    hint(given).nothingBecause("checks-known");
  }

  @Test
  void a_hint_reads_nothing_where_nothing_waits_for_the_commit() {
    Given given = pushed();
    Then other = given.when(new Event.ChecksHinted(Fixtures.REPOSITORY, sha(7)));
    other.nothingBecause("checks-not-waited-for");
    assertThat(other.asked()).isEmpty();
    Then elsewhere =
        given.when(new Event.ChecksHinted(new RepositoryUrl("/srv/git/other"), sha(2)));
    elsewhere.nothingBecause("checks-not-waited-for");
    assertThat(elsewhere.asked()).isEmpty();
  }

  @Test
  void where_nobody_reads_checks_nothing_is_written_and_reports_count() {
    Given given = ChecksTest.checked();
    Approving.push(given, 2);
    hint(given).nothingBecause("checks-not-read");
    given.when(ChecksTest.report(2, LINT, CheckState.SUCCESS));
    Then then = given.when(ChecksTest.report(2, BUILD, CheckState.SUCCESS));
    assertThat(then.all(OrderIssued.class)).hasSize(1);
    assertThat(given.ledger().stream().filter(e -> e.entry() instanceof ChecksRead)).isEmpty();
  }

  @Test
  void however_long_an_answer_takes_one_is_enough() {
    Given given = is(is(kept(), BUILD, CheckState.SUCCESS), LINT, CheckState.SUCCESS);
    given.answeredAfter(Duration.ofSeconds(20));
    Then then = Approving.push(given, 2);
    assertThat(asked(then)).hasSize(1);
    assertThat(then.all(OrderIssued.class)).hasSize(1);
  }

  @Test
  void where_no_checks_are_asked_for_nobody_is_asked() {
    Given given = PushTest.shopAdded();
    given.git.keepsChecks();
    Then then = Approving.push(given, 2);
    assertThat(asked(then)).isEmpty();
    assertThat(then.all(CauseSettled.class)).hasSize(1);
  }

  @Test
  void why_says_which_and_until_when() {
    Given given = is(pushed(), LINT, CheckState.SUCCESS);
    hint(given);
    var explained = Afresh.explain(given.world(), Given.placement("staging"), given.now());
    assertThat(explained.unmet()).hasSize(1);
    assertThat(explained.unmet().getFirst().because().sentence()).contains(BUILD).contains("until");
  }
}
