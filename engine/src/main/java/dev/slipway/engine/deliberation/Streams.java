package dev.slipway.engine.deliberation;

import dev.slipway.engine.fold.World;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.SourceName;
import dev.slipway.model.StreamKey;
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
import dev.slipway.model.entry.TokenExchanged;
import dev.slipway.model.entry.TokenIssued;
import dev.slipway.model.entry.TokenRevoked;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.entry.TrustGiven;
import dev.slipway.model.entry.TrustWithdrawn;
import dev.slipway.model.state.Shipment;

/** Which stream each entry belongs to. */
final class Streams {

  private Streams() {}

  /**
   * The stream of an entry.
   *
   * @param source where the cause came from
   * @param world where a shipment that is named by its id only is found
   */
  static StreamKey of(World world, SourceName source, Entry entry) {
    Organisation organisation = world.organisation();
    return switch (entry) {
      case EventReceived e -> StreamKey.of(organisation, e.source());
      case CommandReceived _ -> StreamKey.of(organisation, SourceName.COMMANDS);
      case HeadMoved _, HeadGone _, CauseSettled _ -> StreamKey.of(organisation, source);
      case ReportReceived e -> StreamKey.of(organisation, e.report().slot().target());
      case ActorRefused e -> StreamKey.refusalsOf(organisation, e.refused());
      case TokenIssued _,
          TokenRevoked _,
          TokenExchanged _,
          TrustGiven _,
          TrustWithdrawn _,
          MemberAdded _,
          MemberRemoved _,
          OverlayDeclared _,
          PolicyDeclared _,
          OwnerDeclared _,
          NotificationDeclared _,
          NotificationRemoved _,
          FormatRaised _,
          GenerationRaised _,
          KeyCertified _,
          ResourceDeclared _,
          CampaignStarted _,
          CampaignHalted _,
          CampaignResumed _,
          CampaignEnded _ ->
          StreamKey.of(organisation);
      case ResourceTold e ->
          e.environment()
              .map(environment -> StreamKey.of(organisation, environment))
              .orElseGet(() -> StreamKey.of(organisation));
      case OwnerAsked e -> StreamKey.of(organisation, e.delivery().placement().environment());
      case EnvironmentDeclared e -> StreamKey.of(organisation, e.definition().name());
      case EnvironmentGroupDeclared e -> StreamKey.of(organisation, e.definition().name());
      case EnvironmentKeyMade e -> StreamKey.of(organisation, e.environment());
      case EnvironmentKeyEnded e -> StreamKey.of(organisation, e.environment());
      case SecretSealed e -> StreamKey.of(organisation, e.environment());
      case SecretRemoved e -> StreamKey.of(organisation, e.environment());
      case TargetDeclared e -> StreamKey.of(organisation, e.definition().id().environment());
      case TargetPaused e -> StreamKey.of(organisation, e.target().environment());
      case TargetResumed e -> StreamKey.of(organisation, e.target().environment());
      case TargetRemovalAsked e -> StreamKey.of(organisation, e.target().environment());
      case TargetRemoved e -> StreamKey.of(organisation, e.target().environment());
      case AgentEnrolled e -> StreamKey.of(organisation, e.target().environment());
      case ApplicationDefined e -> StreamKey.of(organisation, e.definition().name());
      case ApplicationRemoved e -> StreamKey.of(organisation, e.application());
      case CheckReported e -> StreamKey.of(organisation, e.application());
      case ChecksRead e -> StreamKey.of(organisation, e.application());
      case ExternalRecorded e -> of(organisation, e.deployment().placement());
      case ImageMoved e -> StreamKey.of(organisation, e.application());
      case TriggerEvaluated e -> StreamKey.of(organisation, e.application());
      case ShipmentMade e -> of(organisation, e.shipment());
      case ShipmentJoined e -> of(organisation, e.placement());
      case ShipmentMoved e -> of(organisation, e.placement());
      case ShipmentQueued e -> StreamKey.of(organisation, e.placement());
      case ShipmentSuperseded e -> StreamKey.of(organisation, e.placement());
      case ShipmentStopped e ->
          world
              .deliveries()
              .shipments()
              .travelling(e.shipment())
              .map(s -> of(organisation, new Placement(s.shipment().application(), e.at())))
              .orElseGet(() -> StreamKey.of(organisation, e.at()));
      case SetMade e -> StreamKey.of(organisation, e.set().travel().getFirst());
      case SetEnded e ->
          world
              .sets()
              .of(e.set())
              .map(set -> StreamKey.of(organisation, set.set().travel().getFirst()))
              .orElseGet(() -> StreamKey.of(organisation));
      case DeliveryMade e -> of(organisation, e.delivery().id().placement());
      case RolloutAdmitted e -> StreamKey.of(organisation, e.delivery().placement().environment());
      case GuardrailBypassed e -> of(organisation, e.delivery().placement());
      case LimitPassed e -> of(organisation, e.delivery().placement());
      case FailurePassed e -> of(organisation, e.delivery().placement());
      case RolloutStarted e -> of(organisation, e.delivery().placement());
      case RolloutWaiting e -> of(organisation, e.delivery().placement());
      case RolloutStuck e -> of(organisation, e.delivery().placement());
      case RolloutSettled e -> of(organisation, e.delivery().placement());
      case RolloutFailed e -> of(organisation, e.delivery().placement());
      case RolloutCancelling e -> of(organisation, e.delivery().placement());
      case RolloutCancelled e -> of(organisation, e.delivery().placement());
      case PlacementPaused e -> of(organisation, e.placement());
      case PlacementResumed e -> of(organisation, e.placement());
      case InputsHeld e -> of(organisation, e.placement());
      case HoldLifted e -> of(organisation, e.placement());
      case HoldFixed e -> of(organisation, e.placement());
      case ShipmentHeld e -> of(organisation, e.placement());
      case JobEnded e -> of(organisation, e.delivery().placement());
      case StepContinued e -> of(organisation, e.delivery().placement());
      case MemberExcluded e -> of(organisation, e.delivery().placement());
      case OrderIssued e -> of(organisation, e.delivery().placement());
      case OutcomeDecided e -> of(organisation, e.delivery().placement());
      case GuardrailJudged e -> of(organisation, e.delivery().placement());
      case ApprovalGiven e -> of(organisation, e.delivery().placement());
      case DeliveryRejected e -> of(organisation, e.delivery().placement());
      case LockSet e -> StreamKey.of(organisation, e.lock().scope());
      case LockReleased e -> StreamKey.of(organisation, e.scope());
    };
  }

  /** What a campaign makes stands where the campaign does, so that no two exceed its pace. */
  private static StreamKey of(Organisation organisation, Shipment shipment) {
    return shipment.madeBy() instanceof Shipment.MadeBy.Campaign
        ? StreamKey.of(organisation)
        : StreamKey.of(organisation, shipment.application());
  }

  private static StreamKey of(Organisation organisation, Placement placement) {
    return StreamKey.of(organisation, placement);
  }
}
