package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.guarded;
import static dev.slipway.engine.Fixtures.sha;

import dev.slipway.model.ActorId;
import dev.slipway.model.GroupName;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.model.guardrail.RejectionReason;
import dev.slipway.model.state.Delivery;
import java.util.List;
import java.util.Optional;

/** A delivery that waits for approvals, and people who may give them. */
final class Approving {

  static final ActorId ANNA = new ActorId("anna");
  static final ActorId BERT = new ActorId("bert");
  static final ActorId CARL = new ActorId("carl");
  static final ActorId AUTHOR = new ActorId("author");

  private Approving() {}

  /** Staging asks for approvals; Anna, Bert and Carl may give them; the author wrote commit 2. */
  static Given waiting(ApprovalPolicy... rules) {
    Given given = ready(rules);
    push(given, 2);
    return given;
  }

  /** The same, before anything is pushed. */
  static Given ready(ApprovalPolicy... rules) {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(guarded("staging", GuardrailPolicy.NONE.with(List.of(rules)))));
    for (ActorId approver : List.of(ANNA, BERT, CARL, AUTHOR)) {
      given.when(new Command.IssueToken(approver, Role.APPROVER, new Scope.Everything()));
    }
    given.git.wrote(sha(2), Optional.of(AUTHOR)).wrote(sha(3), Optional.of(AUTHOR));
    return given;
  }

  static Then add(Given given, String group, ActorId person) {
    return given.when(new Command.AddMember(new GroupName(group), person));
  }

  static Then remove(Given given, String group, ActorId person) {
    return given.when(new Command.RemoveMember(new GroupName(group), person));
  }

  static Then push(Given given, int n) {
    given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v" + n)));
    return given.whenHinted(MAIN);
  }

  static Delivery head(Given given) {
    return given.at("staging").active().orElseThrow().delivery();
  }

  static Command approve(Given given) {
    return new Command.Approve(head(given).id(), head(given).hash());
  }

  static Command reject(Given given) {
    return new Command.Reject(
        head(given).id(), head(given).hash(), Optional.of(new RejectionReason("Not today.")));
  }

  static void lockStaging(Given given) {
    lock(given, "staging");
  }

  static Then unlockStaging(Given given) {
    return unlock(given, "staging");
  }

  static void lock(Given given, String environment) {
    given.when(
        new Command.SetLock(
            new Scope.OfPlacement(Given.placement(environment)),
            new LockReason("For the test."),
            Lock.Strength.HOLDS,
            Optional.empty()));
  }

  static Then unlock(Given given, String environment) {
    Lock lock = given.world().locksOn(Given.placement(environment), given.now()).getFirst();
    return given.when(new Command.ReleaseLock(lock.id()));
  }
}
