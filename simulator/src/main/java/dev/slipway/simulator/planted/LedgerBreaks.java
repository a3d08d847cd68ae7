package dev.slipway.simulator.planted;

import dev.slipway.ledger.Appended;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.ledger.Ledger;
import dev.slipway.model.Digest;
import dev.slipway.model.GroupName;
import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import dev.slipway.model.StreamKey.Kind;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.CheckReported;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.InputsHeld;
import dev.slipway.model.entry.MemberRemoved;
import dev.slipway.model.entry.PlacementPaused;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Ledgers that break one promise. */
final class LedgerBreaks {

  private static final Duration LAG = Duration.ofSeconds(2);
  private static final GroupName TRUSTED = new GroupName("trusted");

  private LedgerBreaks() {}

  /** A ledger that changes what is appended, or tells of it late. */
  private record Altered(
      Ledger real, UnaryOperator<Batch> alter, Consumer<Runnable> tell, Predicate<Entry> heard)
      implements Ledger {

    @Override
    public CompletionStage<Appended> append(Batch batch) {
      return real.append(alter.apply(batch));
    }

    @Override
    public List<Recorded> read(Position after, int limit) {
      return real.read(after, limit);
    }

    @Override
    public List<Recorded> read(StreamKey stream, Position after, int limit) {
      return real.read(stream, after, limit);
    }

    @Override
    public Optional<Digest> leaf(Position position) {
      return real.leaf(position);
    }

    @Override
    public Position head() {
      return real.head();
    }

    private List<Recorded> heard(List<Recorded> entries) {
      return entries.stream().filter(recorded -> heard.test(recorded.entry())).toList();
    }

    @Override
    public void follow(Position after, Consumer<List<Recorded>> follower) {
      real.follow(after, entries -> tell.accept(() -> follower.accept(heard(entries))));
    }
  }

  private static Altered altered(Ledger real, UnaryOperator<Batch> alter, Consumer<Runnable> tell) {
    return new Altered(real, alter, tell, any -> true);
  }

  /** What was received before is received again. */
  static Ledger withoutDeduplication(Ledger real) {
    return altered(
        real, batch -> new Batch(batch.drafts(), batch.guards(), Optional.empty()), Runnable::run);
  }

  /** The fold lags behind what is durable, as a second replica's does. */
  static Ledger lagging(Ledger real, Kernel kernel, Life life) {
    return altered(real, UnaryOperator.identity(), task -> kernel.after(life, LAG, task));
  }

  /** Decisions on a fold that lags behind are written all the same. */
  static Ledger onStaleGuards(Ledger real, Kernel kernel, Life life) {
    return altered(
        real,
        batch -> new Batch(batch.drafts(), Guards.NONE, batch.deduplicationKey()),
        task -> kernel.after(life, LAG, task));
  }

  /** What starts has not looked whether a lock came meanwhile, and the fold lags behind. */
  static Ledger whereStartsOverlookLocks(Ledger real, Kernel kernel, Life life) {
    return altered(real, LedgerBreaks::overlooking, task -> kernel.after(life, LAG, task));
  }

  private static Batch overlooking(Batch batch) {
    Map<StreamKey, Position> kept = new HashMap<>(batch.guards().versions());
    if (batch.drafts().stream().anyMatch(draft -> draft.entry() instanceof RolloutStarted)) {
      Set<StreamKey> written =
          batch.drafts().stream().map(Draft::stream).collect(Collectors.toSet());
      kept.keySet().removeIf(stream -> mayHoldLocks(stream) && !written.contains(stream));
    }
    return new Batch(
        batch.drafts(), new Guards(kept, batch.guards().head()), batch.deduplicationKey());
  }

  private static boolean mayHoldLocks(StreamKey stream) {
    return stream.kind() == Kind.ENVIRONMENT || stream.kind() == Kind.ORGANISATION;
  }

  /** What was superseded is queued again. */
  static Ledger wherePassedShipmentsReturn(Ledger real) {
    return altered(real, LedgerBreaks::withReturns, Runnable::run);
  }

  /** Rollbacks lay no holds. */
  static Ledger whereNothingIsHeld(Ledger real) {
    return altered(
        real,
        batch ->
            new Batch(
                batch.drafts().stream()
                    .filter(draft -> !(draft.entry() instanceof InputsHeld))
                    .toList(),
                batch.guards(),
                batch.deduplicationKey()),
        Runnable::run);
  }

  /** That someone paused is written, and nobody hears of it. */
  static Ledger wherePausesAreNotHeard(Ledger real) {
    return new Altered(
        real,
        batch -> new Batch(batch.drafts(), Guards.NONE, batch.deduplicationKey()),
        Runnable::run,
        entry -> !(entry instanceof PlacementPaused));
  }

  /** That a check turned red is written, and nobody hears of it. */
  static Ledger whereRedIsNotHeard(Ledger real) {
    return new Altered(
        real,
        batch -> new Batch(batch.drafts(), Guards.NONE, batch.deduplicationKey()),
        Runnable::run,
        entry -> !(entry instanceof CheckReported told && told.check().state().isRed()));
  }

  /** Whoever approves leaves the group before that is written, and it starts all the same. */
  static Ledger whereApproversLeaveUnnoticed(Ledger real) {
    return altered(real, LedgerBreaks::withLeaving, Runnable::run);
  }

  private static Batch withLeaving(Batch batch) {
    boolean starts = batch.drafts().stream().anyMatch(d -> d.entry() instanceof RolloutStarted);
    List<Draft> drafts = new ArrayList<>();
    for (Draft draft : batch.drafts()) {
      if (starts && draft.entry() instanceof ApprovalGiven given) {
        drafts.add(
            new Draft(
                StreamKey.of(draft.stream().organisation()),
                draft.actor(),
                draft.cause(),
                new MemberRemoved(TRUSTED, given.person(), given.by())));
      }
      drafts.add(draft);
    }
    return new Batch(drafts, batch.guards(), batch.deduplicationKey());
  }

  /** That an environment became protected is written, and nobody hears of it. */
  static Ledger whereProtectionIsNotHeard(Ledger real) {
    return new Altered(
        real,
        batch -> new Batch(batch.drafts(), Guards.NONE, batch.deduplicationKey()),
        Runnable::run,
        entry ->
            !(entry instanceof EnvironmentDeclared declared
                && declared.definition().protection().isPresent()));
  }

  private static Batch withReturns(Batch batch) {
    List<Draft> drafts = new ArrayList<>();
    for (Draft draft : batch.drafts()) {
      drafts.add(draft);
      if (draft.entry() instanceof ShipmentSuperseded gone) {
        drafts.add(
            new Draft(
                draft.stream(),
                draft.actor(),
                draft.cause(),
                new ShipmentQueued(gone.placement(), gone.shipment())));
      }
    }
    return new Batch(drafts, batch.guards(), batch.deduplicationKey());
  }
}
