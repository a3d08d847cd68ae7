package dev.slipway.simulator.planted;

import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Ledger;
import dev.slipway.model.GroupName;
import dev.slipway.model.Reason;
import dev.slipway.model.Sha;
import dev.slipway.model.StreamKey;
import dev.slipway.model.StreamKey.Kind;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.InputsHeld;
import dev.slipway.model.entry.JobEnded;
import dev.slipway.model.entry.MemberRemoved;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.state.Change;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Pace;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Breaks of what is written: drafts that are left out, added or changed, and guards that lack. */
final class Written {

  private static final GroupName TRUSTED = new GroupName("trusted");

  private Written() {}

  /** What was received before is received again. */
  static Ledger withoutDeduplication(Ledger real, Kernel kernel, Life life) {
    return AlteredLedger.writing(real, AlteredLedger::withoutKey);
  }

  /** Decisions on a fold that lags behind are written all the same. */
  static Ledger onStaleGuards(Ledger real, Kernel kernel, Life life) {
    return AlteredLedger.lagging(real, kernel, life, AlteredLedger::unguarded);
  }

  /** What starts has not looked whether a lock came meanwhile, and the fold lags behind. */
  static Ledger whereStartsOverlookLocks(Ledger real, Kernel kernel, Life life) {
    return AlteredLedger.lagging(real, kernel, life, Written::overlooking);
  }

  /** What starts is written without the guards of what locks may have been written to. */
  static Batch overlooking(Batch batch) {
    if (!starts(batch)) {
      return batch;
    }
    Set<StreamKey> written = batch.drafts().stream().map(Draft::stream).collect(Collectors.toSet());
    return AlteredLedger.without(
        batch, stream -> mayHoldLocks(stream) && !written.contains(stream));
  }

  private static boolean starts(Batch batch) {
    return batch.drafts().stream().anyMatch(draft -> draft.entry() instanceof RolloutStarted);
  }

  private static boolean mayHoldLocks(StreamKey stream) {
    return stream.kind() == Kind.ENVIRONMENT || stream.kind() == Kind.ORGANISATION;
  }

  /** What was superseded is queued again. */
  static Ledger wherePassedShipmentsReturn(Ledger real, Kernel kernel, Life life) {
    return AlteredLedger.writingEach(
        real,
        draft ->
            draft.entry() instanceof ShipmentSuperseded gone
                ? Stream.of(
                    draft, with(draft, new ShipmentQueued(gone.placement(), gone.shipment())))
                : Stream.of(draft));
  }

  /** Rollbacks lay no holds. */
  static Ledger whereNothingIsHeld(Ledger real, Kernel kernel, Life life) {
    return AlteredLedger.writingEach(
        real, draft -> Stream.of(draft).filter(it -> !(it.entry() instanceof InputsHeld)));
  }

  /** With what a job left runs everything that was ever there, as far as is written. */
  static Ledger whereWindowsAreWide(Ledger real, Kernel kernel, Life life) {
    return AlteredLedger.writingEach(
        real,
        draft ->
            Stream.of(
                draft.entry() instanceof JobEnded ended && ended.compatible().isPresent()
                    ? with(
                        draft,
                        new JobEnded(
                            ended.delivery(),
                            ended.job(),
                            ended.version(),
                            ended.irreversible(),
                            ended.failed(),
                            Optional.of(1)))
                    : draft));
  }

  /** What a job did can be taken back, as far as is written. */
  static Ledger whereNothingIsForGood(Ledger real, Kernel kernel, Life life) {
    return AlteredLedger.writingEach(
        real,
        draft ->
            Stream.of(
                draft.entry() instanceof JobEnded ended
                    ? with(
                        draft,
                        new JobEnded(
                            ended.delivery(), ended.job(), ended.version(), false, ended.failed()))
                    : draft));
  }

  /** Whoever approves leaves the group before that is written, and it starts all the same. */
  static Ledger whereApproversLeaveUnnoticed(Ledger real, Kernel kernel, Life life) {
    return AlteredLedger.writing(real, batch -> starts(batch) ? withLeaving(batch) : batch);
  }

  private static Batch withLeaving(Batch batch) {
    return new Batch(
        batch.drafts().stream().flatMap(Written::leaving).toList(),
        batch.guards(),
        batch.deduplicationKey(),
        batch.notBefore());
  }

  private static Stream<Draft> leaving(Draft draft) {
    return draft.entry() instanceof ApprovalGiven given
        ? Stream.of(
            new Draft(
                StreamKey.of(draft.stream().organisation()),
                draft.actor(),
                draft.cause(),
                new MemberRemoved(TRUSTED, given.person(), given.by())),
            draft)
        : Stream.of(draft);
  }

  /** Who is silent counts as a success. */
  static Ledger whereSilenceSettles(Ledger real, Kernel kernel, Life life) {
    return AlteredLedger.writingEach(
        real,
        draft ->
            draft.entry() instanceof RolloutStuck stuck && stuck.because().code().equals("silent")
                ? Stream.of(with(draft, new RolloutSettled(stuck.delivery())))
                : Stream.of(draft));
  }

  /** Two decide the same step, and both are written. */
  static Ledger whereStepsAreOrderedTwice(Ledger real, Kernel kernel, Life life) {
    return AlteredLedger.writingEach(
        real,
        draft -> draft.entry() instanceof OrderIssued ? Stream.of(draft, draft) : Stream.of(draft));
  }

  /** A rollout starts as if all its targets were to be reached at once. */
  static Ledger whereWavesAreOne(Ledger real, Kernel kernel, Life life) {
    return AlteredLedger.writingEach(
        real,
        draft ->
            draft.entry() instanceof RolloutStarted started
                ? Stream.of(with(draft, joined(started)))
                : Stream.of(draft));
  }

  private static RolloutStarted joined(RolloutStarted started) {
    return new RolloutStarted(
        started.delivery(),
        started.strategy(),
        started.steps(),
        started.members(),
        started.deadline(),
        started.bakes(),
        started.pace().map(Written::joined),
        started.excluded());
  }

  private static Pace joined(Pace pace) {
    int members = pace.waves().stream().mapToInt(wave -> wave).sum();
    return new Pace(List.of(members), pace.stays(), pace.failures());
  }

  /** That a guardrail lets it pass is not written before it starts. */
  static Ledger whereVerdictsLack(Ledger real, Kernel kernel, Life life) {
    return AlteredLedger.writingEach(
        real,
        draft ->
            Stream.of(draft)
                .filter(it ->
                    !(it.entry() instanceof GuardrailJudged judged
                        && judged.verdict() == GuardrailVerdict.PASS)));
  }

  /** A delivery is made of what its branch holds now, and not of what its shipment pinned. */
  static Ledger wherePinsMove(Ledger real, Kernel kernel, Life life) {
    return AlteredLedger.writingEach(
        real,
        draft ->
            draft.entry() instanceof DeliveryMade made
                ? Stream.of(with(draft, new DeliveryMade(moved(made.delivery()))))
                : Stream.of(draft));
  }

  private static Delivery moved(Delivery delivery) {
    Change change = delivery.change();
    Sha next = new Sha(change.sha().value().substring(1) + "1");
    return new Delivery(
        delivery.id(),
        delivery.shipment(),
        new Change(next, change.ref(), change.artifact()),
        delivery.base(),
        delivery.state(),
        delivery.hash());
  }

  /** What has settled is said to be stuck. */
  static Ledger whereWhatEndedGoesOn(Ledger real, Kernel kernel, Life life) {
    return AlteredLedger.writingEach(
        real,
        draft ->
            draft.entry() instanceof RolloutSettled settled
                ? Stream.of(draft, with(draft, late(settled)))
                : Stream.of(draft));
  }

  private static RolloutStuck late(RolloutSettled settled) {
    return new RolloutStuck(
        settled.delivery(), new Reason("late", "Somebody was late."), "slipway status");
  }

  /** Another entry of the same cause, in the same stream. */
  static Draft with(Draft draft, Entry entry) {
    return new Draft(draft.stream(), draft.actor(), draft.cause(), entry);
  }
}
