package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.approvals;
import static dev.slipway.engine.Fixtures.asking;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.queue.Line;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Placement;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who stands in line for room in an environment, and what all in it are told. */
class LineTest {

  private final Given given = new Given();

  private static Placement at(String name) {
    return new Placement(new ApplicationName(name), environment("staging"));
  }

  private static ApplicationDefinition application(String name, ApprovalPolicy... approvals) {
    ApplicationDefinition plain =
        new ApplicationDefinition(
            new ApplicationName(name),
            Optional.of(Fixtures.REPOSITORY),
            List.of(Fixtures.web("bin/web")),
            List.of(environment("staging")),
            List.of(),
            Optional.empty());
    return approvals.length == 0 ? plain : asking(plain, approvals);
  }

  /** Applications that are delivered one after the other where so many may be under way. */
  private void delivered(int limit, ApplicationDefinition... applications) {
    given.git.push(MAIN, sha(1));
    Stream.of(applications).forEach(one -> given.when(Fixtures.apply(one)));
    given.agents("staging");
    given.when(Fixtures.apply(Fixtures.declared("staging", false).limitedTo(limit)));
    Stream.of(applications).forEach(one -> deploy(one.name()));
  }

  private void deploy(ApplicationName name) {
    given.later(Duration.ofSeconds(1));
    given.when(Fixtures.deploy(name, environment("staging"), "main"));
  }

  private List<Placement> line() {
    return Line.of(given.world(), environment("staging")).waiting().stream()
        .map(Line.Waiter::placement)
        .toList();
  }

  private String said(String name) {
    return given
        .world()
        .deliveries()
        .placement(at(name))
        .active()
        .flatMap(head -> head.gated().said(GuardrailName.CONCURRENCY))
        .orElseThrow()
        .because()
        .sentence();
  }

  @Test
  void who_waits_for_something_else_too_stands_in_no_line() {
    delivered(1, application("one"), application("two", approvals(1)), application("three"));
    assertThat(line()).containsExactly(at("three"));
    assertThat(said("three")).doesNotContain("in line before it");
  }

  @Test
  void who_has_all_but_room_stands_in_line_by_the_time_that_it_came() {
    given.when(
        new Command.SetLock(
            new Scope.Everything(),
            new LockReason("Careful."),
            Lock.Strength.WARNS,
            Optional.empty()));
    delivered(1, application("one"), application("two"), application("three"));
    assertThat(line()).containsExactly(at("two"), at("three"));
  }

  @Test
  void all_are_told_who_is_under_way_and_how_many_stand_before_them() {
    delivered(2, application("one"), application("two"), application("three"), application("four"));
    assertThat(said("three"))
        .isEqualTo(
            "At most 2 at once may roll out in staging. Under way: one/staging#1 and 1 more.");
    assertThat(said("four"))
        .isEqualTo(
            "At most 2 at once may roll out in staging. Under way: one/staging#1 and 1 more. 1 in line before it.");
  }
}
