package dev.slipway.http.show;

import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.wire.Ballot;
import dev.slipway.wire.BallotRules;
import dev.slipway.wire.GivenApproval;

/** Who approved, and who may. */
public final class Ballots {

  private Ballots() {}

  public static Ballot ballot(dev.slipway.model.guardrail.Ballot ballot, Shown shown) {
    return new Ballot(
        ballot.asks().map(Ballots::rules),
        ballot.given().stream().map(given -> given(given, shown)).toList(),
        Shown.reason(ballot.notApproving()),
        Shown.reason(ballot.notRejecting()));
  }

  private static BallotRules rules(ApprovalPolicy policy) {
    return new BallotRules(
        policy.of(),
        Grants.role(policy.role()),
        policy.selfAllowed(),
        policy.expires().toSeconds());
  }

  private static GivenApproval given(dev.slipway.model.guardrail.Ballot.Given given, Shown shown) {
    return new GivenApproval(
        shown.actor(given.by()), given.self(), given.at(), given.until(), given.counts());
  }
}
