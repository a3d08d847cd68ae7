package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.approvals;
import static dev.slipway.engine.Fixtures.approvalsFrom;
import static dev.slipway.engine.Fixtures.guarded;
import static dev.slipway.engine.Fixtures.sha;

import dev.slipway.model.ActorId;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.definition.GuardrailPolicy;
import java.util.List;

/** Deliveries that wait for the word of groups, or by rules of several owners. */
final class ApprovalWaits {

  private ApprovalWaits() {}

  private static Given guardedBy(ApprovalPolicy policy) {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(guarded("staging", policy)));
    Approving.push(given, 2);
    return given;
  }

  static Given ofAMember() {
    return guardedBy(approvalsFrom(1, "security"), "security");
  }

  /** Whoever types as approver belongs to the group. */
  static Given guardedBy(ApprovalPolicy policy, String group) {
    Given given = guardedBy(policy);
    for (int person = 1; person <= 4; person++) {
      Approving.add(given, group, new ActorId("approver" + person));
    }
    return given;
  }

  static Given ofNobody() {
    return guardedBy(approvalsFrom(1, "security"));
  }

  static Given left() {
    Given given = ofAMember();
    Approving.lockStaging(given);
    Approving.add(given, "security", new ActorId("early"));
    given.when(new Command.IssueToken(new ActorId("early"), Role.APPROVER, new Scope.Everything()));
    given.when(new ActorId("early"), Approving.approve(given));
    Approving.remove(given, "security", new ActorId("early"));
    return given;
  }

  static Given byTwoRules() {
    Given given = PushTest.shopAdded();
    given.when(
        Fixtures.apply(
            guarded(
                "staging",
                GuardrailPolicy.NONE.with(List.of(approvalsFrom(1, "security"), approvals(2))))));
    Approving.add(given, "security", new ActorId("approver1"));
    Approving.push(given, 2);
    return given;
  }

  static Given askedByTheShop() {
    Given given = PushTest.shopAdded();
    given.git.push(
        MAIN, sha(2), Fixtures.asking(Fixtures.shop(Fixtures.web("bin/web", "v2")), approvals(1)));
    given.whenHinted(MAIN);
    return given;
  }
}
