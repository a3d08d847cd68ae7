package dev.slipway.engine.fold;

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
import dev.slipway.model.entry.Recorded;
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
import dev.slipway.model.entry.TokenExchanged;
import dev.slipway.model.entry.TokenIssued;
import dev.slipway.model.entry.TokenRevoked;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.entry.TrustGiven;
import dev.slipway.model.entry.TrustWithdrawn;

/** What each kind of entry changes in the world. */
final class Folding {

  private Folding() {}

  static World of(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case ApplicationDefined entry ->
          world.declared(world.declared().with(entry)).images(world.images().with(entry));
      case ApplicationRemoved entry ->
          world
              .declared(world.declared().with(entry))
              .checks(world.checks().with(entry))
              .images(world.images().with(entry));
      case EnvironmentDeclared entry -> world.declared(world.declared().with(entry));
      case EnvironmentGroupDeclared entry -> world.declared(world.declared().with(entry, recorded));
      case EnvironmentKeyMade entry ->
          world.declared(world.declared().sealing(entry.environment(), it -> it.with(entry)));
      case EnvironmentKeyEnded entry ->
          world.declared(world.declared().sealing(entry.environment(), it -> it.with(entry)));
      case SecretSealed entry ->
          world.declared(world.declared().sealing(entry.environment(), it -> it.with(entry)));
      case SecretRemoved entry ->
          world.declared(world.declared().sealing(entry.environment(), it -> it.with(entry)));
      case TargetDeclared entry -> world.declared(world.declared().with(entry));
      case ResourceDeclared entry -> world.declared(world.declared().with(entry));
      case ResourceTold entry -> world.declared(world.declared().with(entry));
      case OwnerAsked entry -> world.declared(world.declared().with(entry));
      case OverlayDeclared entry -> world.declared(world.declared().with(entry));
      case PolicyDeclared entry -> world.declared(world.declared().with(entry));
      case OwnerDeclared entry -> world.declared(world.declared().with(entry));
      case NotificationDeclared entry -> world.declared(world.declared().with(entry, recorded));
      case NotificationRemoved entry -> world.declared(world.declared().with(entry));
      case AgentEnrolled entry ->
          world
              .declared(world.declared().target(entry.target(), it -> it.with(entry)))
              .actors(world.actors().with(entry));
      case TargetPaused entry ->
          world.declared(world.declared().target(entry.target(), it -> it.with(entry)));
      case TargetResumed entry ->
          world
              .declared(world.declared().target(entry.target(), it -> it.with(entry)))
              .actors(world.actors().with(entry));
      case TargetRemovalAsked entry ->
          world.declared(world.declared().target(entry.target(), it -> it.with(entry, recorded)));
      case TargetRemoved entry ->
          world
              .declared(world.declared().target(entry.target(), it -> it.with(entry, recorded)))
              .actors(world.actors().with(entry))
              .deliveries(Removal.of(world.deliveries(), entry));
      case TokenIssued entry -> world.actors(world.actors().with(entry));
      case TokenExchanged entry -> world.actors(world.actors().with(entry, recorded));
      case TrustGiven entry -> world.actors(world.actors().with(entry));
      case TrustWithdrawn entry -> world.actors(world.actors().with(entry));
      case TokenRevoked entry -> world.actors(world.actors().with(entry));
      case ActorRefused entry -> world.actors(world.actors().with(entry));
      case HeadMoved entry -> world.heads(world.heads().with(entry));
      case ImageMoved entry -> world.images(world.images().with(entry));
      case HeadGone entry -> world.heads(world.heads().with(entry));
      case ShipmentMade entry -> world.deliveries(world.deliveries().with(entry, recorded));
      case ShipmentQueued entry -> world.deliveries(world.deliveries().with(entry, recorded));
      case ShipmentJoined entry -> world.deliveries(world.deliveries().with(entry));
      case ShipmentMoved entry -> world.deliveries(world.deliveries().with(entry));
      case ShipmentSuperseded entry -> world.deliveries(world.deliveries().with(entry));
      case ShipmentStopped entry -> world.deliveries(world.deliveries().with(entry));
      case DeliveryMade entry -> world.deliveries(world.deliveries().with(entry, recorded));
      case RolloutStarted entry -> world.deliveries(world.deliveries().with(entry, recorded));
      case RolloutWaiting entry -> world.deliveries(world.deliveries().with(entry));
      case RolloutStuck entry -> world.deliveries(world.deliveries().with(entry));
      case RolloutSettled entry -> world.deliveries(world.deliveries().with(entry, recorded));
      case RolloutFailed entry -> world.deliveries(world.deliveries().with(entry, recorded));
      case RolloutCancelling entry -> world.deliveries(world.deliveries().with(entry, recorded));
      case RolloutCancelled entry -> world.deliveries(world.deliveries().with(entry, recorded));
      case PlacementPaused entry -> world.deliveries(world.deliveries().with(entry, recorded));
      case PlacementResumed entry -> world.deliveries(world.deliveries().with(entry));
      case InputsHeld entry -> world.deliveries(world.deliveries().with(entry));
      case HoldLifted entry -> world.deliveries(world.deliveries().with(entry));
      case HoldFixed entry -> world.deliveries(world.deliveries().with(entry));
      case ShipmentHeld entry -> world.deliveries(world.deliveries().with(entry));
      case JobEnded entry -> world.deliveries(world.deliveries().with(entry, recorded));
      case OrderIssued entry -> world.deliveries(world.deliveries().with(entry, recorded));
      case OutcomeDecided entry -> world.deliveries(world.deliveries().with(entry, recorded));
      case ReportReceived entry -> world.deliveries(Hearing.hear(world, entry, recorded.at()));
      case EventReceived _, CommandReceived _ ->
          world.open(world.open().plus(recorded.position(), recorded));
      case CauseSettled entry -> world.open(world.open().minus(entry.received()));
      case GuardrailJudged entry ->
          world.deliveries(Gating.judged(world.deliveries(), entry, recorded.at()));
      case LimitPassed entry ->
          world.deliveries(Gating.passed(world.deliveries(), entry, recorded.at()));
      case GuardrailBypassed entry ->
          world.deliveries(Gating.bypassed(world.deliveries(), entry, recorded.at()));
      case FailurePassed entry -> world.deliveries(Breakdowns.passed(world.deliveries(), entry));
      case ApprovalGiven entry ->
          world.deliveries(Gating.approved(world.deliveries(), entry, recorded.at()));
      case StepContinued entry -> world.deliveries(world.deliveries().with(entry));
      case MemberExcluded entry -> world.deliveries(world.deliveries().with(entry));
      case LockSet entry -> world.locks(world.locks().with(entry, recorded));
      case LockReleased entry -> world.locks(world.locks().with(entry));
      case MemberAdded entry -> world.groups(world.groups().with(entry));
      case MemberRemoved entry -> world.groups(world.groups().with(entry));
      case CheckReported entry -> world.checks(world.checks().with(entry, recorded));
      case ExternalRecorded entry -> world.externals(world.externals().with(entry));
      case ChecksRead entry -> world.checks(world.checks().with(entry, recorded));
      case FormatRaised _,
          GenerationRaised _,
          KeyCertified _,
          TriggerEvaluated _,
          RolloutAdmitted _,
          SetMade _,
          SetEnded _,
          CampaignStarted _,
          CampaignHalted _,
          CampaignResumed _,
          CampaignEnded _,
          DeliveryRejected _ ->
          world;
    };
  }
}
