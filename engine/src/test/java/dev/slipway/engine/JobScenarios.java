package dev.slipway.engine;

import dev.slipway.model.Remark;
import dev.slipway.model.Slot;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Command.Settle.Verdict;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** Small stories of jobs; the others are in {@link Scenarios}. */
final class JobScenarios {

  private JobScenarios() {}

  static SequencedMap<String, Supplier<Given>> all() {
    SequencedMap<String, Supplier<Given>> all = new LinkedHashMap<>();
    all.put("a job succeeds before the rest", JobScenarios::succeeded);
    all.put("a job fails", () -> ended(begun(), Jobbing.FAILED));
    all.put("a job succeeds after the rest", JobScenarios::after);
    all.put("of a job nobody knows, and a late report says", JobScenarios::saidLate);
    all.put("a late report says that a job failed", () -> ended(unknown(), Jobbing.FAILED));
    all.put("a late report of a job comes when its delivery is cancelled", JobScenarios::tooLate);
    all.put("what baked differs once a job beside it has ended", JobScenarios::differs);
    for (Verdict verdict : Verdict.values()) {
      all.put("a person says of an unknown job: " + verdict, () -> settled(unknown(), 2, verdict));
      all.put("a person says of a silent job: " + verdict, () -> settled(silent(), 2, verdict));
      all.put("a person says of a failed job: " + verdict, () -> settled(again(), 3, verdict));
    }
    return all;
  }

  private static Given begun() {
    Given given = Jobbing.delivered();
    Jobbing.push(given, 3, Jobbing.migrate("42"));
    return given;
  }

  private static Given ended(Given given, Outcome outcome) {
    given.whenEnded(Jobbing.LOCAL, outcome);
    return given;
  }

  private static Given succeeded() {
    Given given = begun();
    given.whenConverged(Jobbing.LOCAL);
    return given;
  }

  private static Given after() {
    Given given = Jobbing.delivered();
    Jobbing.push(given, 3, Jobbing.smoke());
    Jobbing.converged(given);
    given.whenConverged(Jobbing.LOCAL);
    return given;
  }

  private static Given unknown() {
    return ended(begun(), Jobbing.UNKNOWN);
  }

  private static Given saidLate() {
    Given given = unknown();
    given.whenConverged(Jobbing.LOCAL);
    return given;
  }

  /** Its target is paused, so nothing leads it back yet. */
  private static Given tooLate() {
    Given given = unknown();
    given.when(new Command.PauseTarget(Jobbing.LOCAL, new Remark("Its disk is replaced.")));
    given.when(new Command.Cancel(given.at("staging").active().orElseThrow().delivery().id()));
    given.whenConverged(Jobbing.LOCAL);
    return given;
  }

  private static Given silent() {
    Given given = begun().later(Duration.ofHours(2));
    given.whenTicked("staging");
    return given;
  }

  /** What failed is needed again, and a person has to say. */
  private static Given again() {
    Given given = ended(begun(), Jobbing.FAILED);
    given.whenConverged(Jobbing.LOCAL);
    Jobbing.deploy(given, 3);
    return given;
  }

  /** It is paused, so nothing is ordered of the one who ran the job. */
  private static Given differs() {
    Given given = Jobbing.delivered();
    given.when(Fixtures.apply(Baking.staging(Optional.of(Duration.ofMinutes(10)), OnFailure.HALT)));
    Jobbing.push(given, 3, Jobbing.smoke());
    Jobbing.converged(given);
    given.later(Duration.ofMinutes(10)).whenTicked("staging");
    Jobbing.converged(given);
    given.when(new Command.Pause(Jobbing.AT, new Remark("It looks bad.")));
    given.whenConverged(Jobbing.LOCAL);
    Slot slot = new Slot(Jobbing.LOCAL, Fixtures.SHOP);
    given.whenReported(new Report.Observed(slot, given.fence(slot), List.of(), true, Jobbing.EXIT));
    return given;
  }

  private static Given settled(Given given, int number, Verdict verdict) {
    Jobbing.settle(given, number, verdict);
    return given;
  }
}
