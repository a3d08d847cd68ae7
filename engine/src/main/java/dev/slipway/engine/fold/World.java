package dev.slipway.engine.fold;

import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.ActorRefused;
import dev.slipway.model.entry.AgentEnrolled;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.CheckReported;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.DeliveryRejected;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.entry.FailurePassed;
import dev.slipway.model.entry.FormatRaised;
import dev.slipway.model.entry.GenerationRaised;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.HeadGone;
import dev.slipway.model.entry.HeadMoved;
import dev.slipway.model.entry.HoldFixed;
import dev.slipway.model.entry.HoldLifted;
import dev.slipway.model.entry.InputsHeld;
import dev.slipway.model.entry.JobEnded;
import dev.slipway.model.entry.KeyCertified;
import dev.slipway.model.entry.LimitPassed;
import dev.slipway.model.entry.LockReleased;
import dev.slipway.model.entry.LockSet;
import dev.slipway.model.entry.MemberAdded;
import dev.slipway.model.entry.MemberExcluded;
import dev.slipway.model.entry.MemberRemoved;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OutcomeDecided;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.entry.OwnerAsked;
import dev.slipway.model.entry.OwnerDeclared;
import dev.slipway.model.entry.PlacementPaused;
import dev.slipway.model.entry.PlacementResumed;
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
import dev.slipway.model.entry.ShipmentHeld;
import dev.slipway.model.entry.ShipmentJoined;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentMoved;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.entry.StepContinued;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.model.entry.TokenIssued;
import dev.slipway.model.entry.TokenRevoked;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.need.Head;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * What is so now in one organisation, folded from its entries. It keeps what decisions need;
 * history is for the views. Immutable; thread-safe.
 *
 * @param position of the last entry folded
 * @param generation of fences, from the ledger's last {@code GenerationRaised}
 * @param versions the position of the last entry of each control stream
 * @param checks of commits
 * @param open events and commands that nothing has become of yet, by position
 */
public record World(
    Organisation organisation,
    Position position,
    long generation,
    PMap<StreamKey, Position> versions,
    Declared declared,
    Heads heads,
    Actors actors,
    Groups groups,
    Deliveries deliveries,
    Locks locks,
    Checks checks,
    PSortedMap<Position, Recorded> open) {

  /** Before the first entry. */
  public static World empty(Organisation organisation) {
    return new World(
        organisation,
        Position.START,
        0,
        HashTreePMap.empty(),
        Declared.NOTHING,
        Heads.NONE,
        Actors.NOBODY,
        Groups.NONE,
        Deliveries.NONE,
        Locks.NONE,
        Checks.NONE,
        TreePMap.empty());
  }

  /** The version of a control stream; {@link Position#START} when it has no entry. */
  public Position version(StreamKey stream) {
    return versions.getOrDefault(stream, Position.START);
  }

  /** Events and commands that nothing has become of yet, in order. */
  public Collection<Recorded> unsettled() {
    return open.values();
  }

  /** Whether an event or a command is here, and nothing has become of it yet. */
  public boolean isUnsettled(Position received) {
    return open.containsKey(received);
  }

  /** The addresses of repositories that applications come from. */
  public SortedSet<RepositoryUrl> repositories() {
    return declared.repositories();
  }

  /** Where the refs of a repository point, as far as was read; those that are gone included. */
  public List<Head> heads(RepositoryUrl repository) {
    return heads.of(repository).entrySet().stream()
        .map(head -> new Head(head.getKey(), head.getValue().sha()))
        .toList();
  }

  /**
   * The world after one more entry. Total: replay never refuses. An entry of another organisation
   * changes the position only, and the generation, which is the whole ledger's.
   */
  public World with(Recorded recorded) {
    boolean ours = recorded.stream().organisation().equals(organisation);
    World folded = ours ? folded(recorded) : this;
    return folded.at(recorded, ours);
  }

  private World folded(Recorded recorded) {
    return switch (recorded.entry()) {
      case ApplicationDefined entry -> declared(declared.with(entry));
      case ApplicationRemoved entry -> declared(declared.with(entry)).checks(checks.with(entry));
      case EnvironmentDeclared entry -> declared(declared.with(entry));
      case TargetDeclared entry -> declared(declared.with(entry));
      case ResourceDeclared entry -> declared(declared.with(entry));
      case ResourceTold entry -> declared(declared.with(entry));
      case OwnerAsked entry -> declared(declared.with(entry));
      case OverlayDeclared entry -> declared(declared.with(entry));
      case OwnerDeclared entry -> declared(declared.with(entry));
      case AgentEnrolled entry -> declared(declared.with(entry)).actors(actors.with(entry));
      case TokenIssued entry -> actors(actors.with(entry));
      case TokenRevoked entry -> actors(actors.with(entry));
      case ActorRefused entry -> actors(actors.with(entry));
      case HeadMoved entry -> heads(heads.with(entry));
      case HeadGone entry -> heads(heads.with(entry));
      case ShipmentMade entry -> deliveries(deliveries.with(entry, recorded));
      case ShipmentQueued entry -> deliveries(deliveries.with(entry, recorded));
      case ShipmentJoined entry -> deliveries(deliveries.with(entry));
      case ShipmentMoved entry -> deliveries(deliveries.with(entry));
      case ShipmentSuperseded entry -> deliveries(deliveries.with(entry));
      case ShipmentStopped entry -> deliveries(deliveries.with(entry));
      case DeliveryMade entry -> deliveries(deliveries.with(entry, recorded));
      case RolloutStarted entry -> deliveries(deliveries.with(entry, recorded));
      case RolloutWaiting entry -> deliveries(deliveries.with(entry));
      case RolloutStuck entry -> deliveries(deliveries.with(entry));
      case RolloutSettled entry -> deliveries(deliveries.with(entry, recorded));
      case RolloutFailed entry -> deliveries(deliveries.with(entry, recorded));
      case RolloutCancelling entry -> deliveries(deliveries.with(entry, recorded));
      case RolloutCancelled entry -> deliveries(deliveries.with(entry, recorded));
      case PlacementPaused entry -> deliveries(deliveries.with(entry, recorded));
      case PlacementResumed entry -> deliveries(deliveries.with(entry));
      case InputsHeld entry -> deliveries(deliveries.with(entry));
      case HoldLifted entry -> deliveries(deliveries.with(entry));
      case HoldFixed entry -> deliveries(deliveries.with(entry));
      case ShipmentHeld entry -> deliveries(deliveries.with(entry));
      case JobEnded entry -> deliveries(deliveries.with(entry, recorded));
      case OrderIssued entry -> deliveries(deliveries.with(entry, recorded));
      case OutcomeDecided entry -> deliveries(deliveries.with(entry, recorded));
      case ReportReceived entry -> deliveries(Hearing.hear(this, entry, recorded.at()));
      case EventReceived _, CommandReceived _ -> open(open.plus(recorded.position(), recorded));
      case CauseSettled entry -> open(open.minus(entry.received()));
      case GuardrailJudged entry -> deliveries(Gating.judged(deliveries, entry, recorded.at()));
      case LimitPassed entry -> deliveries(Gating.passed(deliveries, entry, recorded.at()));
      case FailurePassed entry -> deliveries(Breakdowns.passed(deliveries, entry));
      case ApprovalGiven entry -> deliveries(Gating.approved(deliveries, entry, recorded.at()));
      case StepContinued entry -> deliveries(deliveries.with(entry));
      case MemberExcluded entry -> deliveries(deliveries.with(entry));
      case LockSet entry -> locks(locks.with(entry, recorded));
      case LockReleased entry -> locks(locks.with(entry));
      case MemberAdded entry -> groups(groups.with(entry));
      case MemberRemoved entry -> groups(groups.with(entry));
      case CheckReported entry -> checks(checks.with(entry, recorded));
      case FormatRaised _,
          GenerationRaised _,
          KeyCertified _,
          TriggerEvaluated _,
          RolloutAdmitted _,
          DeliveryRejected _ ->
          this;
    };
  }

  private World at(Recorded recorded, boolean ours) {
    boolean guards = ours && recorded.stream().kind().isControl();
    long raised =
        recorded.entry() instanceof GenerationRaised entry ? entry.generation() : generation;
    return new World(
        organisation,
        recorded.position(),
        raised,
        guards ? versions.plus(recorded.stream(), recorded.position()) : versions,
        declared,
        heads,
        actors,
        groups,
        deliveries,
        locks,
        checks,
        open);
  }

  private World declared(Declared changed) {
    return with(changed, heads, actors, groups, deliveries, locks, checks, open);
  }

  private World heads(Heads changed) {
    return with(declared, changed, actors, groups, deliveries, locks, checks, open);
  }

  private World actors(Actors changed) {
    return with(declared, heads, changed, groups, deliveries, locks, checks, open);
  }

  private World groups(Groups changed) {
    return with(declared, heads, actors, changed, deliveries, locks, checks, open);
  }

  /** The same world where something else travels and is held. */
  public World deliveries(Deliveries changed) {
    return with(declared, heads, actors, groups, changed, locks, checks, open);
  }

  private World locks(Locks changed) {
    return with(declared, heads, actors, groups, deliveries, changed, checks, open);
  }

  private World checks(Checks changed) {
    return with(declared, heads, actors, groups, deliveries, locks, changed, open);
  }

  private World open(PSortedMap<Position, Recorded> changed) {
    return with(declared, heads, actors, groups, deliveries, locks, checks, changed);
  }

  private World with(
      Declared theseDeclared,
      Heads theseHeads,
      Actors theseActors,
      Groups theseGroups,
      Deliveries theseDeliveries,
      Locks theseLocks,
      Checks theseChecks,
      PSortedMap<Position, Recorded> theseOpen) {
    return new World(
        organisation,
        position,
        generation,
        versions,
        theseDeclared,
        theseHeads,
        theseActors,
        theseGroups,
        theseDeliveries,
        theseLocks,
        theseChecks,
        theseOpen);
  }
}
