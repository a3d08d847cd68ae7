package dev.slipway.engine.whatif;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;

import dev.slipway.engine.Fixtures;
import dev.slipway.engine.Given;
import dev.slipway.engine.fold.World;
import dev.slipway.model.Organisation;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.state.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to a shop in a span, as the parts of a replay are given it. */
final class Spans {

  static final TargetId STAGING = target("staging", "local");
  static final Duration ROLLOUT = Duration.ofMinutes(2);

  private Spans() {}

  static Given shop() {
    Given given = new Given();
    given.git.push(MAIN, sha(1), Fixtures.shop(Fixtures.web("bin/web", "v1")));
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    return given.agents("staging").agents("production").later(Duration.ofHours(1));
  }

  static void push(Given given, int n) {
    given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v" + n)));
    given.whenHinted(MAIN);
  }

  /** A commit goes to staging in its time; what it then does in production is left open. */
  static void settles(Given given, int n) {
    push(given, n);
    given.later(ROLLOUT).whenConverged(STAGING);
  }

  static Delivery active(Given given) {
    return given.at("staging").active().orElseThrow().delivery();
  }

  static Span since(Given given, Instant since) {
    World before = World.empty(Organisation.MAIN);
    List<Recorded> entries =
        given.ledger().stream().filter(entry -> !entry.at().isBefore(since)).toList();
    for (Recorded recorded : given.ledger()) {
      before = recorded.at().isBefore(since) ? before.with(recorded) : before;
    }
    return new Span(before, entries, since, given.now());
  }

  static Run run(Span span, Supposition supposed) {
    Recollection recalled = new Recollection(span);
    Run run =
        new Run(span, supposed, recalled, new RecordedEnds(span, recalled), new Assumptions());
    span.entries().forEach(run::take);
    return run;
  }
}
