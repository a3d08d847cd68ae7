package dev.slipway.simulator;

import dev.slipway.codec.Digests;
import dev.slipway.codec.KeyIds;
import dev.slipway.codec.OrderCodec;
import dev.slipway.engine.fold.World;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.memory.MemoryHeldOrders;
import dev.slipway.ledger.memory.MemoryInboxBodies;
import dev.slipway.ledger.memory.MemoryPeers;
import dev.slipway.ledger.memory.MemoryPresence;
import dev.slipway.ledger.memory.MemoryTimers;
import dev.slipway.loop.Loop;
import dev.slipway.loop.Outside;
import dev.slipway.loop.Ports;
import dev.slipway.loop.Stores;
import dev.slipway.loop.door.Events;
import dev.slipway.loop.keeper.Founding;
import dev.slipway.loop.port.Journal;
import dev.slipway.loop.snapshot.SnapshotRule;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.PublicKey;
import dev.slipway.simulator.planted.Breaks;
import dev.slipway.source.ImageRegistries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/**
 * One process of the server: the real loop on the real in-memory ledger. A crash ends its life;
 * what is on the site is there when the next begins.
 */
public final class Replica {

  private static final Duration DISK = Duration.ofMillis(8);
  private static final Duration POLLS = Duration.ofSeconds(60);

  /** Often enough that most that start find one; to write them was 40 % of a run at every 50. */
  private static final int SNAPSHOT_EVERY = 200;

  private final String name;
  private final Kernel kernel;
  private final Trace trace;
  private final Keys keys;
  private final SourceControl source;
  private final Site site;
  private final Breaks breaks;
  private final boolean alone;
  private final List<CompletableFuture<?>> connections = new ArrayList<>();
  private final Clock clock;
  private Optional<Alive> present = Optional.empty();
  private Instant disturbedAt = Instant.MIN;
  private boolean retired;
  private int format = Founding.FORMAT;

  /** A replica that runs. */
  public record Alive(Life life, Loop loop, Events events) {}

  Replica(
      String name,
      Kernel kernel,
      Trace trace,
      Keys keys,
      SourceControl source,
      Site site,
      Breaks breaks,
      boolean alone) {
    this.name = name;
    this.kernel = kernel;
    this.trace = trace;
    this.keys = keys;
    this.source = source;
    this.site = site;
    this.breaks = breaks;
    this.alone = alone;
    this.clock = new Clock(kernel);
  }

  public Clock clock() {
    return clock;
  }

  /** Stops where it stands; who asks it something waits. */
  public void freeze() {
    disturbedAt = Instant.MAX;
    present.ifPresent(alive -> alive.life().freeze());
    trace.add(name + ": frozen");
  }

  public void thaw() {
    disturbedAt = kernel.instant();
    present.ifPresent(alive -> alive.life().thaw(kernel));
  }

  public Optional<Alive> present() {
    return present;
  }

  /** Ends for good. */
  void retire() {
    retired = true;
    crash();
  }

  boolean isRetired() {
    return retired;
  }

  /** The highest format that it understands. */
  public int format() {
    return format;
  }

  /** Its next life is one of another version. */
  public void become(int other) {
    format = other;
  }

  /** Since when it has run. */
  Instant runsSince() {
    return disturbedAt;
  }

  /** Since when it has been left alone, and runs. */
  Instant undisturbedSince() {
    return clock.setAt().isAfter(disturbedAt) ? clock.setAt() : disturbedAt;
  }

  /** What it believes now; empty while it is down. */
  Optional<World> world() {
    return present.map(alive -> alive.loop().memory().world(Organisation.MAIN));
  }

  /** Begins a life, unless it has ended for good; the first one founds the organisation. */
  public void start() {
    if (retired) {
      return;
    }
    Life life = new Life();
    Ledger real =
        new Signed(site.ledger(clock, task -> step(life, task)), format, site.authored()::add);
    Ledger ledger = breaks.ledger(real, kernel, life);
    Ports ports =
        new Ports(
            format,
            breaks.scheduler(new LoopTurn(kernel, life)),
            new Lanes(kernel, life),
            breaks.clock(clock),
            new SplittableRandom(kernel.random().nextLong()),
            () -> new ActorId("actor-" + kernel.random().nextInt(Integer.MAX_VALUE)),
            breaks.sign(order -> OrderCodec.sign(order, keys.orders())),
            journal(),
            site.doorstep(),
            POLLS,
            snapshots());
    Stores stores =
        new Stores(
            ledger,
            site.blobs(),
            site.logs(),
            new MemoryInboxBodies(),
            breaks.timers(new MemoryTimers()),
            alone ? new MemoryPresence() : site.presence(),
            alone ? new MemoryHeldOrders() : site.heldOrders(),
            breaks.peers(alone ? new MemoryPeers() : site.peers()),
            site.directory(),
            site.snapshots(),
            breaks.outbox(site.outbox()));
    Loop loop = new Loop(stores, outside(), ports);
    disturbedAt = kernel.instant();
    present = Optional.of(new Alive(life, loop, breaks.events(loop.events(), kernel, life)));
    if (real.head().value() == 0) {
      found(real);
    }
    loop.start();
    trace.add("%s: started, ledger at %s, format %d".formatted(name, real.head(), format));
  }

  /** A version folds for itself; what another one kept of its fold is nothing to it. */
  private SnapshotRule snapshots() {
    String version = "simulated " + format;
    return new SnapshotRule(
        Digests.sha256(version.getBytes(StandardCharsets.UTF_8)), SNAPSHOT_EVERY);
  }

  /** A process that has ended hears of nothing any more. */
  private void step(Life life, Runnable task) {
    if (life.isAlive()) {
      kernel.within(life, breaks.reach(DISK), task);
    }
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

  /** Ends its life as somebody who stops it means it to. */
  public void end() {
    present.ifPresent(alive -> alive.loop().rest());
    crash();
  }

  /** Ends its life at once, whatever it was doing; all its connections break. */
  public void crash() {
    present.ifPresent(alive -> {
      alive.life().end();
      trace.add(name + ": crashed");
    });
    disturbedAt = Instant.MAX;
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
        trace.add(name + ": " + message);
      }

      @Override
      public void warn(String message) {
        trace.add(name + ": warning: " + message);
      }

      @Override
      public void alarm(String message, Throwable cause) {
        trace.add(name + ": ALARM: " + message + ": " + cause);
      }
    };
  }

  private Outside outside() {
    return new Outside(
        breaks.repository(source),
        breaks.checks(source.checks()),
        source.images().isFollowed() ? breaks.images(source.images()) : ImageRegistries.NONE,
        breaks.deployments(source.deployments()));
  }
}
