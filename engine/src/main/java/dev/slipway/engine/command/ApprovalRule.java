package dev.slipway.engine.command;

import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.guardrail.Approvals;
import dev.slipway.engine.guardrail.AskedApproval;
import dev.slipway.engine.guardrail.Gate;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.GroupName;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.DeliveryRejected;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.guardrail.GuardrailVerdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * People approve or reject a delivery that waits, exactly as they saw it. An approval counts for
 * the person behind the credential, once by each rule that admits it. A rejection ends the
 * delivery, whoever approved it before; it takes the role and no membership, for stopping is safe.
 */
final class ApprovalRule {

  private ApprovalRule() {}

  /** Whether there is something to say about a delivery, and for whom. */
  private sealed interface Ballot {

    /**
     * There is.
     *
     * @param rules those whose role the actor has; at least one
     */
    record Open(RolloutState rollout, List<AskedApproval> rules) implements Ballot {}

    record Closed(Reason because) implements Ballot {}
  }

  static Optional<Settlement> approve(Deliberation d, Command.Approve wish) {
    return switch (ballot(d, wish.delivery(), wish.hash())) {
      case Ballot.Closed(Reason because) -> Settlements.refused(because);
      case Ballot.Open ballot ->
          switch (Independence.of(d, ballot.rollout())) {
            case Independence.Open _ -> Settlements.open();
            case Independence.Unknown(Reason because) -> Settlements.refused(because);
            case Independence.Known known -> approve(d, wish, ballot, known);
          };
    };
  }

  private static Optional<Settlement> approve(
      Deliberation d, Command.Approve wish, Ballot.Open ballot, Independence.Known known) {
    List<AskedApproval> asking =
        ballot.rules().stream()
            .filter(rule -> Approvals.isAsked(d, known.person(), rule.policy()))
            .toList();
    List<AskedApproval> admitting =
        asking.stream()
            .filter(rule -> rule.policy().selfAllowed() || known.dependent().isEmpty())
            .toList();
    if (asking.isEmpty()) {
      return Settlements.refused("not-a-member", notAsked(ballot.rules()));
    }
    if (admitting.isEmpty()) {
      return Settlements.refused(known.dependent().orElseThrow());
    }
    if (admitting.stream().allMatch(rule -> counts(d, ballot.rollout(), rule, known.person()))) {
      return Settlements.nothing(
          "approved-before", "The same person approved %s before.".formatted(wish.delivery()));
    }
    d.write(
        new ApprovalGiven(
            wish.delivery(),
            wish.hash(),
            d.actor(),
            known.person(),
            known.dependent().isPresent()));
    Advance.placement(d, wish.delivery().placement());
    return Settlements.followed(
        "approved", "The approval of %s counts.".formatted(wish.delivery()));
  }

  private static boolean counts(
      Deliberation d, RolloutState rollout, AskedApproval rule, ActorId person) {
    return Approvals.counting(d, rollout, rule.policy()).stream()
        .anyMatch(approval -> approval.person().equals(person));
  }

  private static String notAsked(List<AskedApproval> rules) {
    return "It takes somebody who belongs to %s, and you do not. An owner says who does: slipway group add."
        .formatted(
            rules.stream()
                .flatMap(rule -> rule.policy().groups().stream())
                .distinct()
                .map(GroupName::value)
                .collect(Collectors.joining(" or ")));
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
    EnvironmentName environment = wish.delivery().placement().environment();
    AskedApproval rule = ballot.rules().getFirst();
    d.write(new DeliveryRejected(wish.delivery(), wish.hash(), d.actor(), wish.reason()));
    d.write(
        new GuardrailJudged(
            wish.delivery(),
            rule.name(),
            GuardrailVerdict.FAIL,
            because,
            Optional.of(rule.revision())));
    d.write(new ShipmentStopped(ballot.rollout().delivery().shipment(), environment, because));
    Advance.placement(d, wish.delivery().placement());
    return Settlements.followed(because.code(), because.sentence());
  }

  private static Ballot ballot(Deliberation d, DeliveryId id, Digest hash) {
    Optional<RolloutState> active = d.placement(id.placement()).of(id);
    if (active.isEmpty()) {
      return new Ballot.Closed(notWaiting(id));
    }
    RolloutState rollout = active.orElseThrow();
    if (!rollout.isWaiting()) {
      return closed("already-started", "%s has started already.".formatted(id));
    }
    List<AskedApproval> asked = AskedApproval.of(d, rollout);
    if (asked.isEmpty()) {
      return closed("no-approval-needed", "Nobody asks for approvals of %s.".formatted(id));
    }
    if (!Gate.asksPeople(d, rollout)) {
      return closed(
          "approval-not-yet",
          "Nobody is asked to approve %1$s yet: slipway why %2$s says what comes before."
              .formatted(id, id.placement()));
    }
    if (!rollout.delivery().hash().equals(hash)) {
      return new Ballot.Closed(Differing.hash(rollout.delivery()));
    }
    List<AskedApproval> rules =
        asked.stream()
            .filter(rule -> Approvals.mayJudge(d, d.actor(), rule.policy(), id.placement()))
            .toList();
    return rules.isEmpty()
        ? new Ballot.Closed(refusal(d, asked, id))
        : new Ballot.Open(rollout, rules);
  }

  /** Where several roles would do, the least of them is named. */
  private static Reason refusal(Deliberation d, List<AskedApproval> asked, DeliveryId id) {
    return asked.stream()
        .map(rule -> rule.policy().role())
        .min(Comparator.naturalOrder())
        .map(role -> Authority.mayJudge(d.organisationWide(), d.actor(), role, id.placement()))
        .flatMap(judgement ->
            judgement instanceof Judgement.Refused(Reason because)
                ? Optional.of(because)
                : Optional.empty())
        .orElseGet(() -> notWaiting(id));
  }

  static Reason notWaiting(DeliveryId id) {
    return new Reason("not-waiting", "%s does not wait for anybody's word.".formatted(id));
  }

  private static Ballot closed(String code, String sentence) {
    return new Ballot.Closed(new Reason(code, sentence));
  }
}
