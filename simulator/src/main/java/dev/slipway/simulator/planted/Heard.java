package dev.slipway.simulator.planted;

import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Scope;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.entry.CampaignHalted;
import dev.slipway.model.entry.CampaignResumed;
import dev.slipway.model.entry.CampaignStarted;
import dev.slipway.model.entry.CheckReported;
import dev.slipway.model.entry.DeliveryRejected;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.EnvironmentGroupDeclared;
import dev.slipway.model.entry.ExternalRecorded;
import dev.slipway.model.entry.FormatRaised;
import dev.slipway.model.entry.LockSet;
import dev.slipway.model.entry.MemberAdded;
import dev.slipway.model.entry.OwnerAsked;
import dev.slipway.model.entry.PlacementPaused;
import dev.slipway.model.entry.PolicyDeclared;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ResourceTold;
import dev.slipway.model.entry.SetMade;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentMoved;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.TargetPaused;
import dev.slipway.model.entry.TokenRevoked;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.model.state.Campaign;
import dev.slipway.model.state.Shipment;
import dev.slipway.simulator.Size;
import dev.slipway.simulator.planted.Breaks.OnLedger;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Breaks of what the server hears of what was written. */
final class Heard {

  private static final String REJECTED = "rejected";
  private static final Duration LATER = Duration.ofHours(1);

  private Heard() {}

  /** Some entries are written, and the server does not hear of them. */
  static OnLedger nothingOf(Predicate<Entry> which) {
    return (real, kernel, life) ->
        AlteredLedger.hearing(
            real, recorded -> Stream.of(recorded).filter(it -> !which.test(it.entry())));
  }

  /** Entries of a kind are written, and the server hears another in place of each. */
  private static <E extends Entry> OnLedger as(
      Class<E> kind, BiFunction<Recorded, E, Entry> heard) {
    return (real, kernel, life) ->
        AlteredLedger.hearing(
            real,
            recorded ->
                Stream.of(
                    kind.isInstance(recorded.entry())
                        ? with(recorded, heard.apply(recorded, kind.cast(recorded.entry())))
                        : recorded));
  }

  static boolean isPause(Entry entry) {
    return entry instanceof PlacementPaused;
  }

  static boolean isMove(Entry entry) {
    return entry instanceof ShipmentMoved;
  }

  static boolean isRoom(Entry entry) {
    return entry instanceof EnvironmentDeclared declared
        && declared.definition().concurrency().isPresent();
  }

  static boolean isTrain(Entry entry) {
    return entry instanceof EnvironmentDeclared declared
        && declared.definition().queuePolicy() == QueuePolicy.TRAIN;
  }

  static boolean isLockOfGroup(Entry entry) {
    return entry instanceof LockSet set
        && set.lock().scope().equals(new Scope.OfEnvironment(Size.EDGE));
  }

  static boolean isExternal(Entry entry) {
    return entry instanceof ExternalRecorded;
  }

  static boolean isRest(Entry entry) {
    return entry instanceof TargetPaused;
  }

  static boolean isPolicy(Entry entry) {
    return entry instanceof PolicyDeclared;
  }

  static boolean isSet(Entry entry) {
    return entry instanceof SetMade;
  }

  static boolean isEndOfCampaign(Entry entry) {
    return entry instanceof CampaignEnded;
  }

  /** A campaign that is halted is heard to go on. */
  static OnLedger haltsThatGoOn() {
    return as(
        CampaignHalted.class,
        (recorded, halted) -> new CampaignResumed(halted.campaign(), ActorId.SLIPWAY, List.of()));
  }

  /** A campaign is heard to let everything be under way at once. */
  static OnLedger campaignsOfAllAtOnce() {
    return as(
        CampaignStarted.class,
        (recorded, started) -> new CampaignStarted(allAtOnce(started.campaign())));
  }

  private static Campaign allAtOnce(Campaign campaign) {
    return new Campaign(
        campaign.id(),
        campaign.overlay(),
        campaign.revision(),
        new CampaignPace(Optional.of(new Portion.Percent(100)), Optional.empty()),
        campaign.confirmed(),
        campaign.by());
  }

  static boolean isRed(Entry entry) {
    return entry instanceof CheckReported told && told.check().state().isRed();
  }

  static boolean isAtFirst(Entry entry) {
    return entry instanceof ResourceTold told && told.version().value().equals("1");
  }

  static boolean isQuestion(Entry entry) {
    return entry instanceof OwnerAsked;
  }

  static boolean isProtection(Entry entry) {
    return entry instanceof EnvironmentDeclared declared
        && declared.definition().protection().isPresent();
  }

  static boolean isRejection(Entry entry) {
    return entry instanceof DeliveryRejected
        || (entry instanceof ShipmentStopped stopped && stopped.because().code().equals(REJECTED));
  }

  static boolean isDismissal(Entry entry) {
    return entry instanceof TokenRevoked;
  }

  static boolean isMembership(Entry entry) {
    return entry instanceof MemberAdded;
  }

  /** An application that was removed and came back stays away for the server. */
  static OnLedger removedForGood() {
    return (real, kernel, life) -> {
      Set<ApplicationName> removed = new HashSet<>();
      return AlteredLedger.hearing(
          real, recorded -> Stream.of(recorded).filter(it -> !isBack(removed, it.entry())));
    };
  }

  private static boolean isBack(Set<ApplicationName> removed, Entry entry) {
    if (entry instanceof ApplicationRemoved gone) {
      removed.add(gone.application());
    }
    return entry instanceof ApplicationDefined back && removed.contains(back.definition().name());
  }

  /** A group is heard as if it had no environment yet. */
  static OnLedger groupsOfNobody() {
    return as(
        EnvironmentGroupDeclared.class,
        (recorded, group) ->
            new EnvironmentGroupDeclared(group.definition(), List.of(), group.origin()));
  }

  /** A lock is over as soon as it is set. */
  static OnLedger locksThatEndAtOnce() {
    return as(LockSet.class, (recorded, set) -> new LockSet(over(set.lock(), recorded)));
  }

  private static Lock over(Lock lock, Recorded recorded) {
    return new Lock(
        lock.id(),
        lock.scope(),
        lock.owner(),
        lock.reason(),
        lock.strength(),
        Optional.of(recorded.at()));
  }

  /** An approval that was given long ago is heard as if it were new. */
  static OnLedger approvalsThatNeverLapse() {
    return (real, kernel, life) ->
        AlteredLedger.hearing(
            real,
            recorded ->
                Stream.of(
                    recorded.entry() instanceof ApprovalGiven
                        ? new Recorded(
                            recorded.position(),
                            recorded.at().plus(LATER),
                            recorded.stream(),
                            recorded.actor(),
                            recorded.cause(),
                            recorded.entry())
                        : recorded));
  }

  /** Each format that was raised is heard as the one after it. */
  static OnLedger formatsOfTheFuture() {
    return as(FormatRaised.class, (recorded, raised) -> new FormatRaised(raised.format() + 1));
  }

  /** Environments are heard as if they asked for less. */
  static OnLedger askingFor(UnaryOperator<GuardrailPolicy> less) {
    return as(EnvironmentDeclared.class, (recorded, declared) -> Unjudged.with(declared, less));
  }

  /** Shipments are heard as if they needed nothing of others. */
  static OnLedger needsOfNothing() {
    return as(ShipmentMade.class, (recorded, made) -> new ShipmentMade(needless(made.shipment())));
  }

  /** Shipments are heard as if nobody but their applications had said anything. */
  static OnLedger overlaysOfNothing() {
    return as(ShipmentMade.class, (recorded, made) -> new ShipmentMade(alone(made.shipment())));
  }

  private static Shipment alone(Shipment shipment) {
    return shipment.inputs().map(inputs -> shipment.from(inputs.with(List.of()))).orElse(shipment);
  }

  private static Shipment needless(Shipment shipment) {
    ApplicationDefinition asked = shipment.definition();
    return new Shipment(
        shipment.id(),
        shipment.application(),
        shipment.change(),
        asked.needing(Optional.empty()),
        shipment.travel(),
        shipment.madeBy(),
        shipment.force(),
        shipment.parameters(),
        shipment.notBefore(),
        shipment.inputs(),
        shipment.set(),
        shipment.secrets());
  }

  static Recorded with(Recorded recorded, Entry entry) {
    return new Recorded(
        recorded.position(),
        recorded.at(),
        recorded.stream(),
        recorded.actor(),
        recorded.cause(),
        entry);
  }
}
