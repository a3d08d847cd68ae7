package dev.slipway.http.show;

import dev.slipway.wire.Ballot;
import dev.slipway.wire.BallotRule;
import dev.slipway.wire.GivenApproval;
import dev.slipway.wire.Group;

/** Who approved, and who may. */
public final class Ballots {

  private Ballots() {}

  public static Ballot ballot(dev.slipway.model.guardrail.Ballot ballot, Shown shown) {
    return new Ballot(
        ballot.rules().stream().map(rule -> rule(rule, shown)).toList(),
        shown.told(ballot.notApproving()),
        shown.told(ballot.notRejecting()));
  }

  private static BallotRule rule(dev.slipway.model.guardrail.Ballot.Rule rule, Shown shown) {
    return new BallotRule(
        rule.name().value(),
        rule.policy().of(),
        Grants.role(rule.policy().role()),
        rule.groups().stream().map(group -> group(group, shown)).toList(),
        rule.policy().selfAllowed(),
        rule.policy().expires().toSeconds(),
        rule.given().stream().map(given -> given(given, shown)).toList());
  }

  public static Group group(dev.slipway.model.guardrail.Ballot.Group group, Shown shown) {
    return new Group(group.name().value(), group.members().stream().map(shown::actor).toList());
  }

  private static GivenApproval given(dev.slipway.model.guardrail.Ballot.Given given, Shown shown) {
    return new GivenApproval(
        shown.actor(given.by()), given.self(), given.at(), given.until(), given.counts());
  }
}
