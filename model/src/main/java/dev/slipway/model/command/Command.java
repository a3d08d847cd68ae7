package dev.slipway.model.command;

import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.GroupName;
import dev.slipway.model.Link;
import dev.slipway.model.NotificationName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.Placement;
import dev.slipway.model.PolicyName;
import dev.slipway.model.PublicKey;
import dev.slipway.model.Remark;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.ResourceName;
import dev.slipway.model.ResourceVersion;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.SetId;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.external.ExternalReport;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckNote;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockId;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.model.guardrail.Permit;
import dev.slipway.model.guardrail.RejectionReason;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What someone wishes. From whatever door, it passes the same authorisation in the engine. */
public sealed interface Command {

  /**
   * Deliver a commit of an application to one environment.
   *
   * @param revision a branch, a tag, a full or unambiguous short commit id; absent means the
   *     default branch's head
   * @param force whether guardrails that are not required are passed
   * @param parameters for {@code {params[name]}} in commands
   * @param confirmed the environment, named once more
   * @param at when it may start at the earliest; absent means at once
   */
  record Deploy(
      ApplicationName application,
      EnvironmentName environment,
      Optional<String> revision,
      boolean force,
      SortedMap<String, String> parameters,
      Optional<EnvironmentName> confirmed,
      Optional<Instant> at)
      implements Command {

    public Deploy {
      at = at.map(it -> it.truncatedTo(ChronoUnit.MILLIS));
    }

    /** As soon as it is its turn. */
    public Deploy(
        ApplicationName application,
        EnvironmentName environment,
        Optional<String> revision,
        boolean force,
        SortedMap<String, String> parameters,
        Optional<EnvironmentName> confirmed) {
      this(application, environment, revision, force, parameters, confirmed, Optional.empty());
    }
  }

  /**
   * Deliver commits of several applications as one.
   *
   * @param travel where all of them go, one environment after the other
   * @param onFailure whether those that had arrived go back where another one fails
   */
  record Ship(
      List<Cargo> cargo,
      List<EnvironmentName> travel,
      OnFailure onFailure,
      List<EnvironmentName> confirmed)
      implements Command {

    public Ship {
      cargo = Cargo.checked(cargo);
      travel = Cargo.way(travel);
      confirmed = List.copyOf(confirmed);
    }
  }

  /** End what of a set has not arrived. */
  record CancelSet(SetId set) implements Command {}

  /**
   * Take back all that a set brought to an environment, as another set.
   *
   * @param environment absent where it brought something to one only
   */
  record RollbackSet(
      SetId set, Optional<EnvironmentName> environment, Optional<EnvironmentName> confirmed)
      implements Command {}

  /**
   * Take an application in whose definition lies in a repository.
   *
   * @param path where the definition lies, from the repository's root
   */
  record AddApplication(RepositoryUrl repository, Optional<String> branch, String path)
      implements Command {}

  /** Forget an application; what runs of it goes on running. */
  record RemoveApplication(ApplicationName application) implements Command {}

  /**
   * End what runs in an environment of an application that was removed.
   *
   * @param confirmed the environment, named once more
   */
  record StopRemoved(Placement placement, Optional<EnvironmentName> confirmed) implements Command {}

  /** Bring documents in; all of them or none. */
  record Apply(List<Document> documents) implements Command {
    public Apply {
      documents = List.copyOf(documents);
    }
  }

  /**
   * Have an overlay be again what it was.
   *
   * @param to the number of the revision; absent means the one before
   */
  record RevertOverlay(OverlayName overlay, Optional<Integer> to) implements Command {}

  /** The same of a policy. */
  record RevertPolicy(PolicyName policy, Optional<Integer> to) implements Command {}

  /** Something about the campaign of an overlay. */
  record Campaigns(CampaignWish wish) implements Command {}

  /** Tell nobody anything any more under this name. */
  record RemoveNotification(NotificationName notification) implements Command {}

  /** Say what became of a command at a target whose outcome is not known. */
  record Settle(DeliveryId delivery, TargetName target, Verdict verdict) implements Command {
    /** What the person found. */
    public enum Verdict {
      SUCCEEDED,
      FAILED,
      RERUN
    }
  }

  /**
   * Let a rollout go on from a step where that is asked of people.
   *
   * @param step the one that was seen; absent means the present one
   */
  record Continue(DeliveryId delivery, Optional<Integer> step) implements Command {}

  /** Let a rollout go on without a target of which nothing is heard. */
  record Exclude(DeliveryId delivery, TargetName target) implements Command {}

  /** End a rollout, or a delivery that waits to be rolled out, before it settles. */
  record Cancel(DeliveryId delivery) implements Command {}

  /** End a shipment's journey where it is now. */
  record CancelShipment(ShipmentId shipment) implements Command {}

  /** Give a shipment that waits another place in its queue. */
  record MoveQueued(Placement placement, ShipmentId shipment, Spot to) implements Command {}

  /** Take a shipment out of a queue; only while it waits in it. */
  record RemoveQueued(Placement placement, ShipmentId shipment) implements Command {}

  /** Let a delivery pass the limit of how many rollouts are under way at once where it goes. */
  record PassLimit(DeliveryId delivery, Optional<Remark> because) implements Command {}

  /** Let a delivery go on, exactly as it was seen, although a guardrail of it does not hold. */
  record Bypass(DeliveryId delivery, Digest hash, GuardrailName guardrail, Remark because)
      implements Command {}

  /** Let what waits behind a failed delivery go on without anything in its place. */
  record PassFailure(DeliveryId delivery, Optional<Remark> because) implements Command {}

  /** Let nothing new start at a placement. */
  record Pause(Placement placement, Remark because) implements Command {}

  /**
   * Let a placement go on.
   *
   * @param fixedBy words for a commit that mends what was rolled back there, so that commits that
   *     contain it are held no more; without them a pause ends
   */
  record Resume(Placement placement, Optional<String> fixedBy) implements Command {}

  /**
   * Have an earlier delivery hold again.
   *
   * @param to its number; absent means the one before
   * @param permit the locks that it is to pass
   * @param confirmed the environment, named once more
   */
  record Rollback(
      Placement placement,
      Optional<Integer> to,
      Optional<Permit> permit,
      Optional<EnvironmentName> confirmed)
      implements Command {}

  /** Let a new token act with a role; its secret's hash is in the directory, never here. */
  record IssueToken(ActorId token, Role role, Scope scope) implements Command {}

  /** End a token at once. */
  record RevokeToken(ActorId token) implements Command {}

  /** Something about runs of CI systems that are let in on another's word. */
  record Trusts(TrustWish wish) implements Command {}

  /** Let a person belong to a group. */
  record AddMember(GroupName group, ActorId person) implements Command {}

  /** Let a person belong to a group no longer. */
  record RemoveMember(GroupName group, ActorId person) implements Command {}

  /** Say at which version a resource is; without an environment, everywhere. */
  record TellResource(
      ResourceName resource, Optional<EnvironmentName> environment, ResourceVersion version)
      implements Command {}

  /** Something about the secrets that are sealed to an environment's key. */
  record Secrets(SecretWish wish) implements Command {}

  /** Let an agent act at a target; a single-use join token vouched for it. */
  record EnrolAgent(ActorId agent, TargetId target, PublicKey key) implements Command {}

  /** Let nothing new be ordered of a target. */
  record PauseTarget(TargetId target, Remark because) implements Command {}

  /** Let a target be in use again that was paused, or was removed a short while ago. */
  record ResumeTarget(TargetId target) implements Command {}

  /** Let a target belong to its environment no longer; what runs there goes on running. */
  record RemoveTarget(TargetId target) implements Command {}

  /**
   * Keep a scope as it is.
   *
   * @param lasts how long; absent until somebody releases it
   */
  record SetLock(Scope scope, LockReason reason, Lock.Strength strength, Optional<Duration> lasts)
      implements Command {
    public SetLock {
      lasts.ifPresent(Lock::checkLength);
    }
  }

  /** End a lock. */
  record ReleaseLock(LockId lock) implements Command {}

  /** Approve a delivery, exactly as it was seen. */
  record Approve(DeliveryId delivery, Digest hash) implements Command {}

  /** Reject a delivery, exactly as it was seen, before it starts. */
  record Reject(DeliveryId delivery, Digest hash, Optional<RejectionReason> reason)
      implements Command {}

  /** Say that another tool deployed something. */
  record RecordExternal(ExternalReport report) implements Command {}

  /** Say what a check of a commit came to, and since when; without a time, now. */
  record ReportCheck(
      ApplicationName application,
      Sha sha,
      CheckName name,
      CheckState state,
      Optional<CheckNote> description,
      Optional<Link> url,
      Optional<Instant> at)
      implements Command {
    public ReportCheck {
      at = at.map(it -> it.truncatedTo(ChronoUnit.MILLIS));
    }
  }
}
