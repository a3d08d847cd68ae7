package dev.slipway.views.projection;

import dev.slipway.model.Scope;
import dev.slipway.model.Sha;
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
import dev.slipway.model.event.Event;
import dev.slipway.model.layer.Owned;
import dev.slipway.model.layer.Revision;
import java.util.Locale;

/**
 * Each entry in one sentence for people, who know no shipment by its id; the entry itself has it.
 * Stateless.
 */
final class Sentences {

  private static final int SHORT_SHA = 7;

  private Sentences() {}

  static String of(Entry entry) {
    return switch (entry) {
      case ApplicationDefined it -> "Application " + it.definition().name() + " was defined.";
      case ApplicationRemoved it -> "Application " + it.application() + " was removed.";
      case EnvironmentDeclared it ->
          "Environment "
              + it.definition().name()
              + (it.definition().implicit()
                  ? " was made because a route names it."
                  : it.definition()
                      .group()
                      .map(group -> " is as the template of " + group + " says.")
                      .orElse(" was declared."));
      case EnvironmentGroupDeclared it ->
          "Environment group %s is declared, with %d environments."
              .formatted(it.definition().name(), it.environments().size());
      case TargetDeclared it -> "Target " + it.definition().id() + " was declared.";
      case ResourceDeclared it -> "Resource " + it.definition().name() + " was declared.";
      case ResourceTold it ->
          it.resource()
              + " is at "
              + it.version()
              + it.environment().map(" in %s."::formatted).orElse(" everywhere.");
      case EnvironmentKeyMade it -> SecretSentences.of(it);
      case EnvironmentKeyEnded it -> SecretSentences.of(it);
      case SecretSealed it -> SecretSentences.of(it);
      case SecretRemoved it -> SecretSentences.of(it);
      case OwnerAsked it ->
          "%s, who see to %s, were asked for %s in %s: %s waits for it."
              .formatted(
                  it.owner(),
                  it.resource(),
                  it.wanted(),
                  it.delivery().placement().environment(),
                  it.delivery());
      case AgentEnrolled it -> "An agent enrolled at " + it.target() + ".";
      case TargetPaused it -> it.target() + " is paused: " + it.because();
      case TargetResumed it -> it.target() + " is in use again.";
      case TargetRemovalAsked it -> "Somebody else has to say too that " + it.target() + " goes.";
      case TargetRemoved it -> it.target() + " was removed; what runs there is left alone.";
      case CommandReceived it -> CommandSentences.of(it.command());
      case EventReceived it -> of(it.event());
      case TriggerEvaluated it ->
          "Trigger "
              + it.trigger()
              + " of "
              + it.application()
              + (it.verdict() instanceof TriggerEvaluated.Verdict.Matched
                  ? " matched."
                  : " skipped.");
      case ShipmentMade it ->
          "A shipment brings "
              + brief(it.shipment().change().sha())
              + " of "
              + it.shipment().application()
              + CampaignSentences.behind(it.shipment())
              + ".";
      case ShipmentQueued it -> "A shipment is queued at " + it.placement() + ".";
      case ShipmentJoined _ -> "A shipment goes together with a newer one.";
      case ShipmentMoved it ->
          "A shipment has another place in the queue of " + it.placement() + ".";
      case ShipmentSuperseded _ -> "A shipment was superseded by a newer one.";
      case ShipmentStopped it -> "A shipment stopped at " + it.at() + ".";
      case DeliveryMade it ->
          it.delivery().id() + " was made of " + brief(it.delivery().change().sha()) + ".";
      case CheckReported it -> CheckSentences.of(it);
      case ChecksRead it -> CheckSentences.of(it);
      case ExternalRecorded it -> ExternalSentences.of(it.deployment());
      case ImageMoved it -> ImageSentences.of(it);
      case GuardrailJudged it -> GateSentences.of(it);
      case ApprovalGiven it ->
          it.delivery() + " was approved" + (it.self() ? " by one who had a part in it." : ".");
      case DeliveryRejected it -> it.delivery() + " was rejected.";
      case LockSet it -> scope(it.lock().scope()) + " was locked as " + it.lock().id() + ".";
      case LockReleased it -> scope(it.scope()) + " was unlocked (" + it.lock() + ").";
      case RolloutAdmitted it ->
          "%s is one of %d under way, and there may be %d."
              .formatted(it.delivery(), it.running(), it.limit());
      case SetMade it -> SetSentences.of(it.set());
      case SetEnded it -> "%s ended: %s".formatted(it.set(), it.because().sentence());
      case CampaignStarted it -> CampaignSentences.of(it);
      case CampaignHalted it -> CampaignSentences.of(it);
      case CampaignResumed it -> CampaignSentences.of(it);
      case CampaignEnded it -> CampaignSentences.of(it);
      case FailurePassed it -> GateSentences.of(it);
      case GuardrailBypassed it -> GateSentences.of(it);
      case LimitPassed it -> GateSentences.of(it);
      case RolloutStarted it ->
          "%s started at %d target(s), %s."
              .formatted(it.delivery(), it.members().size(), it.strategy());
      case RolloutWaiting it -> it.delivery() + " waits.";
      case StepContinued it ->
          "Somebody let " + it.delivery() + " go on from step " + it.step() + ".";
      case MemberExcluded it -> it.delivery() + " goes on without " + it.target() + ".";
      case RolloutStuck it -> it.delivery() + " is stuck; " + it.wayOut() + " would make it go on.";
      case RolloutFailed it -> it.delivery() + " failed.";
      case RolloutCancelling it -> it.delivery() + " is being cancelled.";
      case RolloutCancelled it -> it.delivery() + " was cancelled.";
      case PlacementPaused it -> it.placement() + " was paused: " + it.because();
      case PlacementResumed it -> it.placement() + " was resumed.";
      case InputsHeld it ->
          "What was rolled back stays away from "
              + it.placement()
              + (it.hold().descendants() ? ", with all that contains it." : ".");
      case HoldFixed it ->
          "What contains " + brief(it.fixedBy()) + " is held no more at " + it.placement() + ".";
      case HoldLifted it ->
          "The hold of " + it.rollback() + " at " + it.placement() + " is lifted.";
      case ShipmentHeld it ->
          "A shipment is held at " + it.placement() + "; " + it.wayOut() + " would let it go.";
      case RolloutSettled it -> it.delivery() + " is in force.";
      case JobEnded it ->
          "Job "
              + it.job()
              + " of "
              + it.delivery()
              + (it.succeeded()
                  ? it.irreversible() ? " succeeded, and cannot be taken back." : " succeeded."
                  : " failed.");
      case OrderIssued it when it.job().isPresent() ->
          it.slot().target()
              + " was ordered to run job "
              + it.job().orElseThrow()
              + " of "
              + it.delivery()
              + ".";
      case OrderIssued it ->
          it.step() == 0
              ? it.slot().target() + " was ordered back from " + it.delivery() + "."
              : it.slot().target() + " was ordered " + it.delivery() + ", step " + it.step() + ".";
      case OutcomeDecided it ->
          "The outcome of "
              + it.delivery()
              + " at "
              + it.slot().target()
              + " was settled by hand: "
              + it.verdict().name().toLowerCase(Locale.ROOT)
              + ".";
      case ReportReceived it -> ReportSentences.of(it.report());
      case ActorRefused it -> it.command() + " was refused.";
      case CauseSettled it -> "Entry " + it.received() + " was settled.";
      case FormatRaised it -> "Entries of format " + it.format() + " may be written.";
      case GenerationRaised it -> "Fences carry generation " + it.generation() + ".";
      case HeadGone it -> it.ref() + " is gone.";
      case HeadMoved it -> it.ref() + " moved to " + brief(it.sha()) + ".";
      case KeyCertified it -> "Key " + it.key() + " was certified.";
      case TokenIssued it ->
          "A token was issued with the role " + it.role().name().toLowerCase(Locale.ROOT) + ".";
      case TokenExchanged it -> TrustSentences.of(it);
      case TrustGiven it -> TrustSentences.of(it);
      case TrustWithdrawn _ -> TrustSentences.WITHDRAWN;
      case TokenRevoked it -> "A token was revoked.";
      case OwnerDeclared it ->
          "What the owner " + it.definition().name() + " may write was declared.";
      case OverlayDeclared it ->
          declared("Overlay " + it.revision().definition().name(), it.revision());
      case PolicyDeclared it ->
          declared("Policy " + it.revision().definition().name(), it.revision());
      case NotificationDeclared it -> "What " + it.definition().name() + " is told was declared.";
      case NotificationRemoved it -> it.notification() + " is told no more.";
      case MemberAdded it -> "Somebody belongs to the group " + it.group() + " from now on.";
      case MemberRemoved it -> "Somebody belongs to the group " + it.group() + " no longer.";
    };
  }

  private static String declared(String what, Revision<? extends Owned> revision) {
    return "%s of %s has revision %d from now on."
        .formatted(what, revision.definition().owner(), revision.number());
  }

  private static String of(Event event) {
    return switch (event) {
      case Event.RefsHinted it -> "Refs of " + it.repository() + " may have changed.";
      case Event.ChecksHinted it -> CheckSentences.of(it);
      case Event.ImagesHinted it -> ImageSentences.of(it);
      case Event.Announced it -> brief(it.sha()) + " of " + it.application() + " was announced.";
      case Event.Ignored it -> "An event of kind " + it.kind() + " was ignored.";
    };
  }

  static String scope(Scope scope) {
    return switch (scope) {
      case Scope.Everything it -> "The whole organisation";
      case Scope.OfApplication it -> it.application().value();
      case Scope.OfEnvironment it -> it.environment().value();
      case Scope.OfPlacement it -> it.placement().toString();
    };
  }

  static String brief(Sha sha) {
    return sha.value().substring(0, SHORT_SHA);
  }
}
