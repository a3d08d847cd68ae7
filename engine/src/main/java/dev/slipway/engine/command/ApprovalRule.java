package dev.slipway.engine.command;

import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.guardrail.Approvals;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.DeliveryRejected;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.PolicyRevision;
import java.util.Optional;

/**
 * People approve or reject a delivery that waits, exactly as they saw it. An approval counts for
 * the person behind the credential, once. A rejection ends the delivery, whoever approved it
 * before.
 */
final class ApprovalRule {

  private ApprovalRule() {}

  /** Whether there is something to say about a delivery, and for whom. */
  private sealed interface Ballot {

    record Open(RolloutState rollout, EnvironmentState environment, ApprovalPolicy policy)
        implements Ballot {}

    record Closed(Reason because) implements Ballot {}
  }

  static Optional<Settlement> approve(Deliberation d, Command.Approve wish) {
    return switch (ballot(d, wish.delivery(), wish.hash())) {
      case Ballot.Closed(Reason because) -> Settlements.refused(because);
      case Ballot.Open ballot ->
          switch (Independence.of(d, ballot.rollout(), ballot.policy())) {
            case Independence.Open _ -> Settlements.open();
            case Independence.Refused(Reason because) -> Settlements.refused(because);
            case Independence.Known known -> approve(d, wish, ballot, known);
          };
    };
  }

  private static Optional<Settlement> approve(
      Deliberation d, Command.Approve wish, Ballot.Open ballot, Independence.Known known) {
    boolean repeated =
        Approvals.counting(d, ballot.rollout(), ballot.policy()).stream()
            .anyMatch(approval -> approval.person().equals(known.person()));
    if (repeated) {
      return Settlements.nothing(
          "approved-before", "The same person approved %s before.".formatted(wish.delivery()));
    }
    d.write(
        new ApprovalGiven(wish.delivery(), wish.hash(), d.actor(), known.person(), known.self()));
    Advance.placement(d, wish.delivery().placement());
    return Settlements.followed(
        "approved", "The approval of %s counts.".formatted(wish.delivery()));
  }

  static Optional<Settlement> reject(Deliberation d, Command.Reject wish) {
    return switch (ballot(d, wish.delivery(), wish.hash())) {
      case Ballot.Closed(Reason because) -> Settlements.refused(because);
      case Ballot.Open ballot -> reject(d, wish, ballot);
    };
  }

  private static Optional<Settlement> reject(
      Deliberation d, Command.Reject wish, Ballot.Open ballot) {
    String why = wish.reason().map(reason -> ": " + reason).orElse(".");
    Reason because =
        new Reason(
            "rejected", "%s was rejected by %s%s".formatted(wish.delivery(), d.actor(), why));
    EnvironmentState environment = ballot.environment();
    d.write(new DeliveryRejected(wish.delivery(), wish.hash(), d.actor(), wish.reason()));
    d.write(
        new GuardrailJudged(
            wish.delivery(),
            GuardrailName.APPROVAL,
            GuardrailVerdict.FAIL,
            because,
            Optional.of(PolicyRevision.of(environment.definition().name(), environment.origin()))));
    d.write(
        new ShipmentStopped(
            ballot.rollout().delivery().shipment(), environment.definition().name(), because));
    Advance.placement(d, wish.delivery().placement());
    return Settlements.followed(because.code(), because.sentence());
  }

  private static Ballot ballot(Deliberation d, DeliveryId id, Digest hash) {
    Optional<RolloutState> rollout = d.placement(id.placement()).of(id);
    Optional<EnvironmentState> environment = d.environment(id.placement().environment());
    Optional<ApprovalPolicy> policy = environment.flatMap(Approvals::policy);
    if (rollout.isEmpty()) {
      return new Ballot.Closed(notWaiting(id));
    }
    if (!rollout.orElseThrow().isWaiting()) {
      return closed("already-started", "%s has started already.".formatted(id));
    }
    if (policy.isEmpty()) {
      return closed(
          "no-approval-needed",
          "Nobody asks for approvals in %s.".formatted(id.placement().environment()));
    }
    if (!rollout.orElseThrow().delivery().hash().equals(hash)) {
      return closed(
          "hash-differs",
          "%s is not what you looked at; look again. Its hash is %s."
              .formatted(id, rollout.orElseThrow().delivery().hash()));
    }
    return Authority.mayJudge(
                d.organisationWide(), d.actor(), policy.orElseThrow().role(), id.placement())
            instanceof Judgement.Refused(Reason because)
        ? new Ballot.Closed(because)
        : new Ballot.Open(rollout.orElseThrow(), environment.orElseThrow(), policy.orElseThrow());
  }

  static Reason notWaiting(DeliveryId id) {
    return new Reason("not-waiting", "%s does not wait for anybody's word.".formatted(id));
  }

  private static Ballot closed(String code, String sentence) {
    return new Ballot.Closed(new Reason(code, sentence));
  }
}
