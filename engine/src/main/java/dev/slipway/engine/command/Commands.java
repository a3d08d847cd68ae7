package dev.slipway.engine.command;

import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Confirmation;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.CommandReceived;
import java.util.Optional;

/**
 * Every command passes the authority first, and is confirmed where that is asked for; then its own
 * rule takes it.
 */
public final class Commands {

  private Commands() {}

  public static Optional<Settlement> decide(Deliberation d, CommandReceived received) {
    return switch (Authority.judge(d.organisationWide(), d.actor(), received.command())) {
      case Judgement.Refused(Reason because) -> Settlements.refused(because);
      case Judgement.Allowed _ -> {
        Optional<Reason> unconfirmed = Confirmation.refusal(d, received.command());
        yield unconfirmed.isPresent()
            ? Settlements.refused(unconfirmed.orElseThrow())
            : carryOut(d, received);
      }
    };
  }

  private static Optional<Settlement> carryOut(Deliberation d, CommandReceived received) {
    return switch (received.command()) {
      case Command.Deploy deploy -> DeployRule.decide(d, deploy, received.idempotencyKey());
      case Command.Ship ship -> ShipRule.decide(d, ship, received.idempotencyKey());
      case Command.CancelSet cancel -> SetRule.cancel(d, cancel);
      case Command.RollbackSet back -> SetRule.rollBack(d, back, received.idempotencyKey());
      case Command.AddApplication add -> AddApplicationRule.decide(d, add);
      case Command.RemoveApplication remove -> RemoveApplicationRule.decide(d, remove);
      case Command.StopRemoved stop -> StopRemovedRule.decide(d, stop, received.idempotencyKey());
      case Command.Apply apply -> ApplyRule.decide(d, apply);
      case Command.RevertOverlay revert -> RevertRule.overlay(d, revert);
      case Command.RevertPolicy revert -> RevertRule.policy(d, revert);
      case Command.Campaigns campaigns ->
          CampaignRule.decide(d, campaigns.wish(), received.idempotencyKey());
      case Command.RemoveNotification remove -> NotificationRule.remove(d, remove.notification());
      case Command.Settle settle -> SettleRule.decide(d, settle);
      case Command.Continue goOn -> ContinueRule.decide(d, goOn);
      case Command.Exclude exclude -> ExcludeRule.decide(d, exclude);
      case Command.Cancel cancel -> CancelRule.delivery(d, cancel.delivery());
      case Command.CancelShipment cancel -> CancelRule.shipment(d, cancel.shipment());
      case Command.MoveQueued move -> QueueRule.move(d, move);
      case Command.RemoveQueued remove -> QueueRule.remove(d, remove);
      case Command.PassLimit pass -> PassLimitRule.decide(d, pass);
      case Command.Bypass bypass -> BypassRule.decide(d, bypass);
      case Command.PassFailure pass -> PassFailureRule.decide(d, pass);
      case Command.Pause pause -> PauseRule.pause(d, pause);
      case Command.Resume resume ->
          resume.fixedBy().isPresent()
              ? FixRule.decide(d, resume.placement(), resume.fixedBy())
              : PauseRule.resume(d, resume.placement());
      case Command.Rollback rollback -> RollbackRule.decide(d, rollback, received.idempotencyKey());
      case Command.IssueToken issue -> TokenRule.decide(d, issue);
      case Command.RevokeToken revoke -> TokenRule.decide(d, revoke);
      case Command.Trusts trusts -> TrustRule.decide(d, trusts.wish());
      case Command.AddMember add -> GroupRule.add(d, add);
      case Command.RemoveMember remove -> GroupRule.remove(d, remove);
      case Command.Secrets secrets -> SecretRule.decide(d, secrets.wish());
      case Command.TellResource tell -> ResourceRule.tell(d, tell);
      case Command.EnrolAgent enrol -> EnrolAgentRule.decide(d, enrol);
      case Command.PauseTarget pause -> TargetRule.pause(d, pause);
      case Command.ResumeTarget resume -> TargetRule.resume(d, resume);
      case Command.RemoveTarget remove -> RemoveTargetRule.decide(d, remove);
      case Command.SetLock lock -> LockRule.set(d, lock, received.idempotencyKey());
      case Command.Approve approve -> ApprovalRule.approve(d, approve);
      case Command.Reject reject -> ApprovalRule.reject(d, reject);
      case Command.ReleaseLock lock -> LockRule.release(d, lock);
      case Command.RecordExternal external -> ExternalRule.record(d, external.report());
      case Command.ReportCheck check -> CheckRule.report(d, check);
    };
  }
}
