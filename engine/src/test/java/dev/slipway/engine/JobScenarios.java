package dev.slipway.engine;

import dev.slipway.model.command.Command.Settle.Verdict;
import dev.slipway.model.observation.Outcome;
import java.time.Duration;
import java.util.LinkedHashMap;
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

  private static Given settled(Given given, int number, Verdict verdict) {
    Jobbing.settle(given, number, verdict);
    return given;
  }
}
