package dev.slipway.simulator.planted;

import dev.slipway.ledger.Appended;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.LedgerBefore;
import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Recorded;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A ledger that writes something else than it is given, or lets the server hear something else than
 * was written, or hear of it late.
 */
record AlteredLedger(
    Ledger real,
    UnaryOperator<Batch> written,
    Function<Recorded, Stream<Recorded>> heard,
    Consumer<Runnable> tell)
    implements LedgerBefore {

  private static final Duration LAG = Duration.ofSeconds(2);

  /** Writes something else. */
  static AlteredLedger writing(Ledger real, UnaryOperator<Batch> written) {
    return new AlteredLedger(real, written, Stream::of, Runnable::run);
  }

  /** Writes something else for every draft. */
  static AlteredLedger writingEach(Ledger real, Function<Draft, Stream<Draft>> written) {
    return writing(
        real,
        batch ->
            new Batch(
                batch.drafts().stream().flatMap(written).toList(),
                batch.guards(),
                batch.deduplicationKey(),
                batch.notBefore()));
  }

  /** Lets the server hear something else; no guard tells it so. */
  static AlteredLedger hearing(Ledger real, Function<Recorded, Stream<Recorded>> heard) {
    return new AlteredLedger(real, AlteredLedger::unguarded, heard, Runnable::run);
  }

  /** Lets the server hear of everything some time after it is durable, as a second replica does. */
  static AlteredLedger lagging(
      Ledger real, Kernel kernel, Life life, UnaryOperator<Batch> written) {
    return lagging(real, kernel, life, LAG, written);
  }

  /** As above, after so long. */
  static AlteredLedger lagging(
      Ledger real, Kernel kernel, Life life, Duration lag, UnaryOperator<Batch> written) {
    return new AlteredLedger(real, written, Stream::of, task -> kernel.after(life, lag, task));
  }

  static Batch unguarded(Batch batch) {
    return new Batch(batch.drafts(), Guards.NONE, batch.deduplicationKey(), batch.notBefore());
  }

  /** A batch without the guards of some streams. */
  static Batch without(Batch batch, Predicate<StreamKey> streams) {
    Map<StreamKey, Position> kept = new HashMap<>(batch.guards().versions());
    kept.keySet().removeIf(streams);
    return new Batch(
        batch.drafts(),
        new Guards(kept, batch.guards().head()),
        batch.deduplicationKey(),
        batch.notBefore());
  }

  static Batch withoutKey(Batch batch) {
    return new Batch(batch.drafts(), batch.guards(), Optional.empty(), batch.notBefore());
  }

  /** A batch whose entries tell the ledger's time, whatever time they were decided at. */
  static Batch undated(Batch batch) {
    return new Batch(batch.drafts(), batch.guards(), batch.deduplicationKey());
  }

  @Override
  public CompletionStage<Appended> append(Batch batch) {
    return real.append(written.apply(batch));
  }

  @Override
  public List<Recorded> read(Position after, int limit) {
    return heard(real.read(after, limit));
  }

  @Override
  public List<Recorded> read(StreamKey stream, Position after, int limit) {
    return heard(real.read(stream, after, limit));
  }

  private List<Recorded> heard(List<Recorded> entries) {
    return entries.stream().flatMap(heard).toList();
  }

  /** What is there already is told at once, as whoever starts may rely on. */
  @Override
  public void follow(Position after, Consumer<List<Recorded>> follower) {
    AtomicBoolean started = new AtomicBoolean();
    real.follow(
        after,
        entries -> {
          Runnable telling = () -> follower.accept(heard(entries));
          if (started.get()) {
            tell.accept(telling);
          } else {
            telling.run();
          }
        });
    started.set(true);
  }
}
