package dev.slipway.views.projection;

import dev.slipway.model.command.Command;
import dev.slipway.model.entry.ActorRefused;
import dev.slipway.model.entry.AgentEnrolled;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.entry.CampaignHalted;
import dev.slipway.model.entry.CampaignResumed;
import dev.slipway.model.entry.CampaignStarted;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.CheckReported;
import dev.slipway.model.entry.ChecksRead;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.DeliveryRejected;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.EnvironmentGroupDeclared;
import dev.slipway.model.entry.EnvironmentKeyEnded;
import dev.slipway.model.entry.EnvironmentKeyMade;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.entry.ExternalRecorded;
import dev.slipway.model.entry.FailurePassed;
import dev.slipway.model.entry.FormatRaised;
import dev.slipway.model.entry.GenerationRaised;
import dev.slipway.model.entry.GuardrailBypassed;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.HeadGone;
import dev.slipway.model.entry.HeadMoved;
import dev.slipway.model.entry.HoldFixed;
import dev.slipway.model.entry.HoldLifted;
import dev.slipway.model.entry.ImageMoved;
import dev.slipway.model.entry.InputsHeld;
import dev.slipway.model.entry.JobEnded;
import dev.slipway.model.entry.KeyCertified;
import dev.slipway.model.entry.LimitPassed;
import dev.slipway.model.entry.LockReleased;
import dev.slipway.model.entry.LockSet;
import dev.slipway.model.entry.MemberAdded;
import dev.slipway.model.entry.MemberExcluded;
import dev.slipway.model.entry.MemberRemoved;
import dev.slipway.model.entry.NotificationDeclared;
import dev.slipway.model.entry.NotificationRemoved;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OutcomeDecided;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.entry.OwnerAsked;
import dev.slipway.model.entry.OwnerDeclared;
import dev.slipway.model.entry.PlacementPaused;
import dev.slipway.model.entry.PlacementResumed;
import dev.slipway.model.entry.PolicyDeclared;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.entry.ResourceDeclared;
import dev.slipway.model.entry.ResourceTold;
import dev.slipway.model.entry.RolloutAdmitted;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutCancelling;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.entry.SecretRemoved;
import dev.slipway.model.entry.SecretSealed;
import dev.slipway.model.entry.SetEnded;
import dev.slipway.model.entry.SetMade;
import dev.slipway.model.entry.ShipmentHeld;
import dev.slipway.model.entry.ShipmentJoined;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentMoved;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.entry.StepContinued;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.model.entry.TargetPaused;
import dev.slipway.model.entry.TargetRemovalAsked;
import dev.slipway.model.entry.TargetRemoved;
import dev.slipway.model.entry.TargetResumed;
import dev.slipway.model.entry.TokenIssued;
import dev.slipway.model.entry.TokenRevoked;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.event.Event;
import dev.slipway.model.state.Delivery;
import dev.slipway.views.row.Subject;

/** What each entry is about. Stateless. */
final class Subjects {

  private Subjects() {}

  static Subject of(Entry entry) {
    return switch (entry) {
      case ApplicationDefined it -> Subject.of(it.definition().name());
      case ApplicationRemoved it -> Subject.of(it.application());
      case EnvironmentDeclared it -> Subject.of(it.definition().name());
      case EnvironmentGroupDeclared it -> Subject.NOTHING;
      case TargetDeclared it -> Subject.of(it.definition().id());
      case ResourceDeclared it -> Subject.NOTHING;
      case ResourceTold it -> it.environment().map(Subject::of).orElse(Subject.NOTHING);
      case EnvironmentKeyMade it -> Subject.of(it.environment());
      case EnvironmentKeyEnded it -> Subject.of(it.environment());
      case SecretSealed it -> Subject.of(it.environment());
      case SecretRemoved it -> Subject.of(it.environment());
      case OwnerAsked it -> Subject.of(it.delivery());
      case AgentEnrolled it -> Subject.of(it.target());
      case TargetPaused it -> Subject.of(it.target());
      case TargetResumed it -> Subject.of(it.target());
      case TargetRemovalAsked it -> Subject.of(it.target());
      case TargetRemoved it -> Subject.of(it.target());
      case CommandReceived it -> of(it.command());
      case EventReceived it -> of(it.event());
      case TriggerEvaluated it -> Subject.of(it.application());
      case ShipmentMade it ->
          Subject.of(it.shipment().id()).withApplication(it.shipment().application());
      case ShipmentQueued it -> Subject.of(it.placement()).withShipment(it.shipment());
      case ShipmentJoined it -> Subject.of(it.placement()).withShipment(it.shipment());
      case ShipmentMoved it -> Subject.of(it.placement()).withShipment(it.shipment());
      case ShipmentSuperseded it -> Subject.of(it.placement()).withShipment(it.shipment());
      case ShipmentStopped it -> Subject.of(it.shipment()).withEnvironment(it.at());
      case DeliveryMade it -> of(it.delivery());
      case RolloutAdmitted it -> Subject.of(it.delivery());
      case SetMade it -> Subject.NOTHING.withEnvironment(it.set().travel().getFirst());
      case SetEnded _ -> Subject.NOTHING;
      case CampaignHalted it -> Subject.of(it.at());
      case CampaignStarted _, CampaignResumed _, CampaignEnded _ -> Subject.NOTHING;
      case FailurePassed it -> Subject.of(it.delivery());
      case GuardrailBypassed it -> Subject.of(it.delivery());
      case LimitPassed it -> Subject.of(it.delivery());
      case RolloutStarted it -> Subject.of(it.delivery());
      case RolloutWaiting it -> Subject.of(it.delivery());
      case StepContinued it -> Subject.of(it.delivery());
      case MemberExcluded it -> Subject.of(it.delivery()).withTarget(it.target());
      case RolloutStuck it -> Subject.of(it.delivery());
      case RolloutFailed it -> Subject.of(it.delivery());
      case RolloutCancelling it -> Subject.of(it.delivery());
      case RolloutCancelled it -> Subject.of(it.delivery());
      case PlacementPaused it -> Subject.of(it.placement());
      case PlacementResumed it -> Subject.of(it.placement());
      case InputsHeld it -> Subject.of(it.placement()).withShipment(it.hold().rollback());
      case HoldFixed it -> Subject.of(it.placement());
      case HoldLifted it -> Subject.of(it.placement()).withShipment(it.rollback());
      case ShipmentHeld it -> Subject.of(it.placement()).withShipment(it.shipment());
      case RolloutSettled it -> Subject.of(it.delivery());
      case GuardrailJudged it -> Subject.of(it.delivery());
      case ApprovalGiven it -> Subject.of(it.delivery());
      case DeliveryRejected it -> Subject.of(it.delivery());
      case CheckReported it -> Subject.of(it.application());
      case ChecksRead it -> Subject.of(it.application());
      case ExternalRecorded it -> Subject.of(it.deployment().placement());
      case ImageMoved it -> Subject.of(it.application());
      case LockSet it -> Subject.of(it.lock().scope());
      case LockReleased it -> Subject.of(it.scope());
      case JobEnded it -> Subject.of(it.delivery());
      case OrderIssued it -> Subject.of(it.delivery()).withTarget(it.slot().target().target());
      case OutcomeDecided it -> Subject.of(it.delivery()).withTarget(it.slot().target().target());
      case ReportReceived it -> Subject.of(it.report().slot());
      case ActorRefused it -> Subject.NOTHING;
      case CauseSettled it -> Subject.NOTHING;
      case FormatRaised it -> Subject.NOTHING;
      case GenerationRaised it -> Subject.NOTHING;
      case HeadGone it -> Subject.NOTHING;
      case HeadMoved it -> Subject.NOTHING;
      case KeyCertified it -> Subject.NOTHING;
      case TokenIssued it -> Subject.NOTHING;
      case TokenRevoked it -> Subject.NOTHING;
      case MemberAdded it -> Subject.NOTHING;
      case MemberRemoved it -> Subject.NOTHING;
      case OverlayDeclared it -> Subject.NOTHING;
      case PolicyDeclared it -> Subject.NOTHING;
      case OwnerDeclared it -> Subject.NOTHING;
      case NotificationDeclared it -> Subject.NOTHING;
      case NotificationRemoved it -> Subject.NOTHING;
    };
  }

  private static Subject of(Delivery delivery) {
    return Subject.of(delivery.id()).withShipment(delivery.shipment());
  }

  private static Subject of(Event event) {
    return switch (event) {
      case Event.Announced it -> Subject.of(it.application());
      case Event.RefsHinted it -> Subject.NOTHING;
      case Event.ChecksHinted it -> Subject.NOTHING;
      case Event.ImagesHinted it -> Subject.NOTHING;
      case Event.Ignored it -> Subject.NOTHING;
    };
  }

  private static Subject of(Command command) {
    return switch (command) {
      case Command.Deploy it -> Subject.of(it.application()).withEnvironment(it.environment());
      case Command.RemoveApplication it -> Subject.of(it.application());
      case Command.StopRemoved it -> Subject.of(it.placement());
      case Command.Settle it -> Subject.of(it.delivery()).withTarget(it.target());
      case Command.Continue it -> Subject.of(it.delivery());
      case Command.Exclude it -> Subject.of(it.delivery()).withTarget(it.target());
      case Command.Cancel it -> Subject.of(it.delivery());
      case Command.CancelShipment it -> Subject.of(it.shipment());
      case Command.MoveQueued it -> Subject.of(it.placement()).withShipment(it.shipment());
      case Command.RemoveQueued it -> Subject.of(it.placement()).withShipment(it.shipment());
      case Command.Ship it -> Subject.NOTHING.withEnvironment(it.travel().getFirst());
      case Command.CancelSet _, Command.RollbackSet _ -> Subject.NOTHING;
      case Command.PassFailure it -> Subject.of(it.delivery());
      case Command.Bypass it -> Subject.of(it.delivery());
      case Command.PassLimit it -> Subject.of(it.delivery());
      case Command.Pause it -> Subject.of(it.placement());
      case Command.Resume it -> Subject.of(it.placement());
      case Command.Rollback it -> Subject.of(it.placement());
      case Command.EnrolAgent it -> Subject.of(it.target());
      case Command.PauseTarget it -> Subject.of(it.target());
      case Command.ResumeTarget it -> Subject.of(it.target());
      case Command.RemoveTarget it -> Subject.of(it.target());
      case Command.Approve it -> Subject.of(it.delivery());
      case Command.Reject it -> Subject.of(it.delivery());
      case Command.ReportCheck it -> Subject.of(it.application());
      case Command.RecordExternal it -> Subject.of(it.report().placement());
      case Command.SetLock it -> Subject.of(it.scope());
      case Command.ReleaseLock it -> Subject.NOTHING;
      case Command.AddApplication it -> Subject.NOTHING;
      case Command.Apply it -> Subject.NOTHING;
      case Command.TellResource it -> it.environment().map(Subject::of).orElse(Subject.NOTHING);
      case Command.Secrets it -> Subject.of(it.wish().environment());
      case Command.IssueToken it -> Subject.NOTHING;
      case Command.RevokeToken it -> Subject.NOTHING;
      case Command.AddMember it -> Subject.NOTHING;
      case Command.RevertOverlay it -> Subject.NOTHING;
      case Command.RevertPolicy it -> Subject.NOTHING;
      case Command.Campaigns _ -> Subject.NOTHING;
      case Command.RemoveMember it -> Subject.NOTHING;
      case Command.RemoveNotification it -> Subject.NOTHING;
    };
  }
}
