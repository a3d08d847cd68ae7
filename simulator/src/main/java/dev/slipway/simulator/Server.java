package dev.slipway.simulator;

import dev.slipway.codec.Digests;
import dev.slipway.codec.KeyIds;
import dev.slipway.codec.OrderCodec;
import dev.slipway.engine.fold.World;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Blobs;
import dev.slipway.ledger.Guards;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.memory.MemoryDirectory;
import dev.slipway.ledger.memory.MemoryInboxBodies;
import dev.slipway.ledger.memory.MemoryLedger;
import dev.slipway.ledger.memory.MemoryLogs;
import dev.slipway.ledger.memory.MemoryPresence;
import dev.slipway.ledger.memory.MemorySnapshots;
import dev.slipway.ledger.memory.MemoryStore;
import dev.slipway.ledger.memory.MemoryTimers;
import dev.slipway.loop.Loop;
import dev.slipway.loop.Ports;
import dev.slipway.loop.Stores;
import dev.slipway.loop.door.Events;
import dev.slipway.loop.keeper.Founding;
import dev.slipway.loop.port.Journal;
import dev.slipway.loop.snapshot.SnapshotRule;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.PublicKey;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.GenerationRaised;
import dev.slipway.simulator.people.Approvers;
import dev.slipway.simulator.planted.Breaks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/**
 * The server: the real loop on the real in-memory ledger. A crash ends its life; what was on the
 * disk is there when the next begins.
 */
public final class Server {

  private static final Duration DISK = Duration.ofMillis(8);
  private static final Duration POLLS = Duration.ofSeconds(60);

  private static final SnapshotRule SNAPSHOTS =
      new SnapshotRule(Digests.sha256("simulated".getBytes(StandardCharsets.UTF_8)), 50);

  private final Kernel kernel;
  private final Trace trace;
  private final Keys keys;
  private final SourceControl source;
  private final Blobs blobs;
  private final Breaks breaks;
  private MemoryStore store = new MemoryStore();
  private MemorySnapshots snapshots = new MemorySnapshots();
  private final MemoryLogs logs;
  private final MemoryDirectory directory = new MemoryDirectory();
  private final List<CompletableFuture<?>> connections = new ArrayList<>();
  private final Clock clock;
  private Optional<Alive> present = Optional.empty();

  /**
   * A server that runs.
   *
   * @param ledger as it really is, whatever the loop is given
   */
  public record Alive(Life life, Loop loop, Ledger ledger, Events events) {}

  Server(Kernel kernel, Trace trace, Keys keys, SourceControl source, Blobs blobs, Breaks breaks) {
    this.kernel = kernel;
    this.logs = new MemoryLogs(kernel);
    this.trace = trace;
    this.keys = keys;
    this.source = source;
    this.breaks = breaks;
    this.blobs = blobs;
    this.clock = new Clock(kernel);
    Approvers.introduce(directory);
  }

  MemoryStore store() {
    return store;
  }

  /**
   * Takes the place of what is on the disk, as a copy that was made earlier and is brought back.
   */
  void restore(List<Bytes> entries, long generation) {
    store = MemoryStore.of(entries);
    snapshots = new MemorySnapshots();
    new MemoryLedger(store, clock, Runnable::run)
        .append(
            new Batch(
                List.of(
                    new Draft(
                        StreamKey.of(Organisation.MAIN),
                        ActorId.SLIPWAY,
                        Optional.empty(),
                        new GenerationRaised(generation))),
                Guards.NONE,
                Optional.empty()));
  }

  /** The exact bytes that are found on its disk. */
  List<Bytes> found() {
    return breaks.entries(store.entries());
  }

  Blobs blobs() {
    return blobs;
  }

  public Clock clock() {
    return clock;
  }

  /** Stops where it stands; who asks it something waits. */
  public void freeze() {
    present.ifPresent(alive -> alive.life().freeze());
  }

  public void thaw() {
    present.ifPresent(alive -> alive.life().thaw(kernel));
  }

  public Optional<Alive> present() {
    return present;
  }

  /** What the server believes now; empty while it is down. */
  public Optional<World> world() {
    return present.map(alive -> alive.loop().memory().world(Organisation.MAIN));
  }

  /** The last entry that is durable; the start while it is down. */
  Position head() {
    return present.map(alive -> alive.ledger().head()).orElse(Position.START);
  }

  /** Begins a life; the first one founds the organisation. */
  public void start() {
    Life life = new Life();
    Ledger real = new MemoryLedger(store, clock, task -> kernel.within(life, DISK, task));
    Ledger ledger = breaks.ledger(real, kernel, life);
    Ports ports =
        new Ports(
            new LoopTurn(kernel, life),
            new Lanes(kernel, life),
            breaks.clock(clock),
            new SplittableRandom(kernel.random().nextLong()),
            () -> new ActorId("actor-" + kernel.random().nextInt(Integer.MAX_VALUE)),
            breaks.sign(order -> OrderCodec.sign(order, keys.orders())),
            journal(),
            POLLS,
            SNAPSHOTS);
    Stores stores =
        new Stores(
            ledger,
            blobs,
            logs,
            new MemoryInboxBodies(),
            breaks.timers(new MemoryTimers()),
            new MemoryPresence(),
            directory,
            snapshots);
    Loop loop = new Loop(stores, breaks.repository(source), ports);
    present = Optional.of(new Alive(life, loop, real, breaks.events(loop.events(), kernel, life)));
    if (real.head().value() == 0) {
      found(real);
    }
    loop.start();
    trace.add("server: started, ledger at " + real.head());
  }

  private void found(Ledger ledger) {
    PublicKey orders = keys.orders().publicKey();
    Founding.Key key = new Founding.Key(KeyIds.of(orders), orders);
    ledger.append(
        new Batch(
            Founding.of(Organisation.MAIN, new ActorId("admin"), key, key),
            Guards.NONE,
            Optional.empty()));
  }

  /** Ends its life at once, whatever it was doing; all its connections break. */
  public void crash() {
    present.ifPresent(alive -> {
      alive.life().end();
      trace.add("server: crashed");
    });
    present = Optional.empty();
    List.copyOf(connections)
        .forEach(answer -> answer.completeExceptionally(new IOException("connection reset")));
  }

  /** Breaks the connection should the server end before there is an answer. */
  void connected(CompletableFuture<?> answer) {
    connections.removeIf(CompletableFuture::isDone);
    connections.add(answer);
  }

  private Journal journal() {
    return new Journal() {
      @Override
      public void info(String message) {
        trace.add("server: " + message);
      }

      @Override
      public void warn(String message) {
        trace.add("server: warning: " + message);
      }

      @Override
      public void alarm(String message, Throwable cause) {
        trace.add("server: ALARM: " + message + ": " + cause);
      }
    };
  }
}
