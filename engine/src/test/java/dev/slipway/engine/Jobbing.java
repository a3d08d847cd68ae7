package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Command.Settle.Verdict;
import dev.slipway.model.definition.Compatibility;
import dev.slipway.model.definition.JobDefinition;
import dev.slipway.model.definition.JobTime;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.observation.Outcome;
import java.util.Optional;
import java.util.stream.Stream;

/** What happens to a shop whose deliveries have jobs. */
final class Jobbing {

  static final TargetId LOCAL = target("staging", "local");
  static final TargetId SECOND = target("staging", "second");
  static final Placement AT = Given.placement("staging");
  static final Reason EXIT = new Reason("exit-code", "It exited with 3.");
  static final Outcome FAILED = new Outcome.Failed(EXIT);
  static final Outcome UNKNOWN = new Outcome.Unknown(EXIT);

  static JobDefinition migrate(String version) {
    return Fixtures.job("migrate", JobTime.BEFORE, version, false);
  }

  static JobDefinition forGood(String version) {
    return Fixtures.job("migrate", JobTime.BEFORE, version, true);
  }

  /** One that cannot be taken back, and that what was in force before runs with. */
  static JobDefinition compatible(String version) {
    JobDefinition job = forGood(version);
    return new JobDefinition(
        job.name(),
        job.time(),
        job.command(),
        job.version(),
        true,
        job.variables(),
        job.timeouts(),
        Optional.of(Compatibility.PREVIOUS));
  }

  static JobDefinition smoke() {
    return Fixtures.job("smoke", JobTime.AFTER, "{sha}", false);
  }

  /** A migration that several commits share, and a smoke test of each. */
  static JobDefinition[] jobs(int n) {
    return new JobDefinition[] {
      Fixtures.job("migrate", JobTime.BEFORE, "schema-" + n / 6, n % 4 == 0), smoke()
    };
  }

  /** Delivery 1 of commit 2 is in force in an environment with two targets, and had no job. */
  static Given delivered() {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(Fixtures.atOnce("staging")));
    given.when(Fixtures.apply(SECOND));
    given.agents("staging");
    push(given, 2);
    converged(given);
    return given;
  }

  static Then push(Given given, int n, JobDefinition... jobs) {
    var shop = Fixtures.shop(Fixtures.web("bin/web", "v" + n));
    given.git.push(MAIN, sha(n), jobs.length == 0 ? shop : Fixtures.with(shop, jobs));
    return given.whenHinted(MAIN);
  }

  static Then converged(Given given) {
    given.whenConverged(LOCAL);
    return given.whenConverged(SECOND);
  }

  static Then settle(Given given, int number, Verdict verdict) {
    return given.when(
        new Command.Settle(new DeliveryId(AT, number), new TargetName("local"), verdict));
  }

  static Then deploy(Given given, int n) {
    return given.when(
        Fixtures.deploy(Fixtures.SHOP, Fixtures.environment("staging"), sha(n).value()));
  }

  static Then rollback(Given given, Optional<Integer> to) {
    return given.when(new Command.Rollback(AT, to, Optional.empty(), Optional.empty()));
  }

  static Stream<String> ordered(Then then) {
    return then.all(OrderIssued.class).stream()
        .map(
            order -> order.slot().target().target() + order.job().map(job -> ":" + job).orElse(""));
  }

  static int inForce(Given given) {
    return given.at("staging").inForce().orElseThrow().delivery().id().number();
  }

  private Jobbing() {}
}
