package dev.slipway.engine.command;

import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Deliberation.Occasion;
import dev.slipway.engine.deliberation.Look;
import dev.slipway.engine.fold.Approval;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.guardrail.Approvals;
import dev.slipway.engine.guardrail.AskedApproval;
import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.GroupName;
import dev.slipway.model.Reason;
import dev.slipway.model.SourceName;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.guardrail.Ballot;
import dev.slipway.model.need.Fact;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What somebody's word for or against a delivery would come to now. The rules that would decide are
 * asked, and nothing is written.
 */
public final class Ballots {

  private Ballots() {}

  /**
   * Looks with the eyes of an actor.
   *
   * @param facts what was answered so far
   */
  public static Look<Ballot> look(
      World world, DeliveryId delivery, ActorId actor, List<Fact> facts, Instant now) {
    Deliberation d = deliberation(world, actor, facts, now);
    Optional<RolloutState> active = d.placement(delivery.placement()).of(delivery);
    if (active.isEmpty()) {
      Optional<Reason> not = Optional.of(ApprovalRule.notWaiting(delivery));
      return new Look.Seen<>(new Ballot(List.of(), not, not));
    }
    RolloutState rollout = active.orElseThrow();
    Digest hash = rollout.delivery().hash();
    Command.Approve approve = new Command.Approve(delivery, hash);
    Command.Reject reject = new Command.Reject(delivery, hash, Optional.empty());
    Optional<Reason> notAllowed = refusal(Authority.judge(world, actor, approve));
    Optional<Settlement> approved =
        notAllowed.isPresent()
            ? notAllowed.map(Settlement.Refused::new)
            : ApprovalRule.approve(d, approve);
    if (approved.isEmpty()) {
      return new Look.Asking<>(d.decision().needs());
    }
    Optional<Settlement> rejected =
        ApprovalRule.reject(deliberation(world, actor, facts, now), reject);
    return new Look.Seen<>(
        new Ballot(
            rules(world, rollout, now),
            approved.flatMap(Ballots::refusal),
            notAllowed.or(() -> rejected.flatMap(Ballots::refusal))));
  }

  private static Deliberation deliberation(
      World world, ActorId actor, List<Fact> facts, Instant now) {
    return new Deliberation(
        world, new Occasion(Optional.empty(), SourceName.COMMANDS, actor, facts), now);
  }

  private static Optional<Reason> refusal(Judgement judgement) {
    return judgement instanceof Judgement.Refused(Reason because)
        ? Optional.of(because)
        : Optional.empty();
  }

  /** Who approved before approves no more. */
  private static Optional<Reason> refusal(Settlement settlement) {
    return settlement instanceof Settlement.Followed
        ? Optional.empty()
        : Optional.of(settlement.because());
  }

  private static List<Ballot.Rule> rules(World world, RolloutState rollout, Instant now) {
    Deliberation d = deliberation(world, ActorId.SLIPWAY, List.of(), now);
    return AskedApproval.of(d, rollout).stream()
        .map(rule ->
            new Ballot.Rule(
                rule.name(),
                rule.policy(),
                rule.policy().groups().stream().map(group -> group(world, group)).toList(),
                given(d, rollout, rule.policy())))
        .toList();
  }

  private static Ballot.Group group(World world, GroupName group) {
    return new Ballot.Group(group, List.copyOf(world.groups().members(group)));
  }

  private static List<Ballot.Given> given(
      Deliberation d, RolloutState rollout, ApprovalPolicy policy) {
    Collection<Approval> counting = Approvals.counting(d, rollout, policy);
    return rollout.gated().approvals().stream()
        .map(approval ->
            new Ballot.Given(
                approval.by(),
                approval.self(),
                approval.at(),
                approval.at().plus(policy.expires()),
                counting.contains(approval)))
        .toList();
  }
}
