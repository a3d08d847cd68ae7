package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Command.Settle.Verdict;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.observation.Outcome;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/**
 * Small stories in which every listed transition happens. Each is its own proof: whoever lists a
 * transition writes down here when it happens.
 */
final class Scenarios {

  private static final TargetId STAGING = target("staging", "local");
  private static final Placement AT = Given.placement("staging");
  private static final Outcome LOST = new Outcome.Unknown(new Reason("lost", "Nobody knows."));
  private static final Outcome GONE = new Outcome.Unknown(new Reason("gone", "It is gone."));
  private static final Duration LONG = Duration.ofHours(3);

  private Scenarios() {}

  /** All of them, by what happens in them. */
  static SequencedMap<String, Supplier<Given>> all() {
    SequencedMap<String, Supplier<Given>> all = new LinkedHashMap<>();
    all.put("a push goes all the way", Scenarios::allTheWay);
    all.put("it fails", () -> ended(pushed(2), Baking.BAD));
    all.put("nobody knows how it ended, and a late report says", Scenarios::saidLate);
    all.put("a late report says that it failed", () -> ended(ended(pushed(2), LOST), Baking.BAD));
    all.put("a person says that it succeeded", () -> settled(Verdict.SUCCEEDED));
    all.put("a person says that it failed", () -> settled(Verdict.FAILED));
    all.put("a person has it run again", () -> settled(Verdict.RERUN));
    all.put("who was silent succeeded, as a person says", () -> silent(Verdict.SUCCEEDED));
    all.put("who was silent failed, as a person says", () -> silent(Verdict.FAILED));
    all.put("who was silent is to run again", () -> silent(Verdict.RERUN));
    all.put("one target after the other cannot be told about", Scenarios::twoUnknown);
    all.put("what bakes is not as ordered", () -> differs(Baking.A));
    all.put("it differs while the others are not there yet", Scenarios::differsEarly);
    all.put("what was ordered last differs", Scenarios::differsAtTheEnd);
    all.put("a lock comes between two steps", Scenarios::lockedBetween);
    all.put("a lock comes while it is stuck", Scenarios::lockedWhileStuck);
    all.put("it waits for a lock, is paused, and goes on", Scenarios::lockedAndPaused);
    all.put("a newer one takes the place of what waits", Scenarios::overtakenWaiting);
    all.put("a newer one takes the place of what nobody took", Scenarios::overtakenRunning);
    all.put("there are no targets", Scenarios::withoutTargets);
    all.put("there is no agent", Scenarios::withoutAgent);
    all.put("it is approved", Scenarios::approved);
    all.put("it is rejected", Scenarios::rejected);
    all.put("it is cancelled", Scenarios::cancelled);
    all.put("it is cancelled while it is stuck, and nobody answers", Scenarios::cancelledStuck);
    all.put("a rollback keeps it away", Scenarios::kept);
    all.put("its application is removed on its way", Scenarios::removed);
    all.putAll(QueueScenarios.all());
    all.putAll(JobScenarios.all());
    all.putAll(RolloutScenarios.all());
    return all;
  }

  static Given push(Given given, int n) {
    Approving.push(given, n);
    return given;
  }

  static Given pushed(int n) {
    return push(PushTest.shopAdded(), n);
  }

  private static Given ended(Given given, Outcome outcome) {
    given.whenEnded(STAGING, outcome);
    return given;
  }

  private static DeliveryId first() {
    return new DeliveryId(AT, 1);
  }

  private static Given settle(Given given, Verdict verdict) {
    given.when(new Command.Settle(first(), STAGING.target(), verdict));
    return given;
  }

  private static Given allTheWay() {
    Given given = pushed(2);
    given.whenConverged(STAGING);
    given.whenConverged(target("production", "local"));
    return given;
  }

  private static Given saidLate() {
    Given given = ended(pushed(2), LOST);
    given.whenConverged(STAGING);
    return given;
  }

  private static Given settled(Verdict verdict) {
    return settle(ended(pushed(2), LOST), verdict);
  }

  private static Given silent(Verdict verdict) {
    Given given = pushed(2).later(LONG);
    given.whenTicked("staging");
    return settle(given, verdict);
  }

  /** Two targets; what is on its way is number 2. */
  private static Given two() {
    return Baking.underWay(Baking.BLUE_GREEN, OnFailure.HALT);
  }

  private static Given twoUnknown() {
    Given given = two();
    given.whenEnded(Baking.A, LOST);
    given.whenEnded(Baking.B, GONE);
    settle(given, 2, Baking.B, Verdict.RERUN);
    settle(given, 2, Baking.A, Verdict.SUCCEEDED);
    return given;
  }

  private static void settle(Given given, int number, TargetId target, Verdict verdict) {
    given.when(new Command.Settle(new DeliveryId(AT, number), target.target(), verdict));
  }

  private static Given differs(TargetId target) {
    Given given = Baking.baking(Baking.BLUE_GREEN, OnFailure.HALT);
    given.whenReported(Baking.observed(given, target, true));
    return given;
  }

  private static Given differsEarly() {
    Given given = Baking.underWay(Baking.ROLLING, OnFailure.HALT);
    given.whenConverged(Baking.A);
    given.whenReported(Baking.observed(given, Baking.A, true));
    return given;
  }

  private static Given differsAtTheEnd() {
    Given given = Baking.baking(Baking.BLUE_GREEN, OnFailure.HALT).later(Baking.TIME);
    given.whenTicked("staging");
    given.whenReported(Baking.observed(given, Baking.A, true));
    return given;
  }

  private static Given lockedBetween() {
    Given given = two();
    Approving.lockStaging(given);
    given.whenConverged(Baking.A);
    given.whenConverged(Baking.B);
    return given;
  }

  private static Given lockedWhileStuck() {
    Given given = two();
    given.whenConverged(Baking.A);
    given.later(LONG).whenTicked("staging");
    Approving.lockStaging(given);
    given.whenConverged(Baking.B);
    return given;
  }

  private static Given lockedAndPaused() {
    Given given = PushTest.shopAdded();
    Approving.lockStaging(given);
    push(given, 2);
    given.when(new Command.Pause(AT, new Remark("It looks bad.")));
    given.when(new Command.Resume(AT, Optional.empty()));
    Approving.unlockStaging(given);
    return given;
  }

  private static Given overtakenWaiting() {
    Given given = PushTest.shopAdded();
    Approving.lockStaging(given);
    return push(push(given, 2), 3);
  }

  private static Given overtakenRunning() {
    Given given = pushed(2);
    given.git.agentsAway(true);
    return push(given, 3);
  }

  private static Given withoutTargets() {
    Given given = new Given();
    given.git.push(Fixtures.MAIN, sha(1), Fixtures.shop(Fixtures.web("bin/web", "1")));
    given.when(Fixtures.apply(Fixtures.declared("staging", false)));
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    return push(given, 2);
  }

  private static Given withoutAgent() {
    Given given = new Given();
    given.git.push(Fixtures.MAIN, sha(1), Fixtures.shop(Fixtures.web("bin/web", "1")));
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    push(given, 2);
    given.when(new Command.Cancel(first()));
    return given;
  }

  private static Given approved() {
    Given given = Approving.waiting(Fixtures.approvals(2));
    given.when(Approving.ANNA, Approving.approve(given));
    return given;
  }

  private static Given rejected() {
    Given given = Approving.waiting(Fixtures.approvals(1));
    given.when(Approving.ANNA, Approving.reject(given));
    return given;
  }

  private static Given cancelled() {
    Given given = pushed(2);
    given.when(new Command.Cancel(first()));
    given.whenConverged(STAGING);
    return given;
  }

  private static Given cancelledStuck() {
    Given given = pushed(2).later(LONG);
    given.whenTicked("staging");
    given.when(new Command.Cancel(first()));
    given.later(LONG).whenTicked("staging");
    return given;
  }

  static ShipmentId waiting(Given given) {
    return given.at("staging").queue().getFirst().shipment();
  }

  private static Given kept() {
    Given given = pushed(2);
    given.whenConverged(STAGING);
    push(given, 3);
    given.whenConverged(STAGING);
    given.when(new Command.Rollback(AT, Optional.of(1), Optional.empty(), Optional.empty()));
    given.whenConverged(STAGING);
    return push(given, 4);
  }

  private static Given removed() {
    Given given = pushed(2);
    given.when(new Command.RemoveApplication(Fixtures.SHOP));
    given.whenConverged(STAGING);
    return given;
  }
}
