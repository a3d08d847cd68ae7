package dev.slipway.loop;

import dev.slipway.codec.OrderCodec;
import dev.slipway.codec.SigningKey;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.ledger.Snapshots;
import dev.slipway.ledger.Timers;
import dev.slipway.ledger.memory.MemoryBlobs;
import dev.slipway.ledger.memory.MemoryDirectory;
import dev.slipway.ledger.memory.MemoryHeldOrders;
import dev.slipway.ledger.memory.MemoryInboxBodies;
import dev.slipway.ledger.memory.MemoryLedger;
import dev.slipway.ledger.memory.MemoryLogs;
import dev.slipway.ledger.memory.MemoryOutbox;
import dev.slipway.ledger.memory.MemoryPeers;
import dev.slipway.ledger.memory.MemoryPresence;
import dev.slipway.ledger.memory.MemorySnapshots;
import dev.slipway.ledger.memory.MemoryStore;
import dev.slipway.ledger.memory.MemoryTimers;
import dev.slipway.loop.door.Commands.Carried;
import dev.slipway.loop.keeper.Founding;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.loop.snapshot.SnapshotRule;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.PublicKey;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.Entry;
import dev.slipway.outlet.Dispatch;
import dev.slipway.outlet.PullRequestNote;
import dev.slipway.source.CommitChecks;
import dev.slipway.source.Deployments;
import dev.slipway.source.ImageRegistries;
import dev.slipway.source.PullRequests;
import dev.slipway.source.Repository;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A place where one server after the other begins, with time turned by hand. */
final class Premises {

  static final Command ADD =
      new Command.AddApplication(Host.URL, Optional.of("main"), "slipway.yaml");

  final HandTurned hands = new HandTurned();
  final MemoryBlobs blobs = new MemoryBlobs();
  final MemoryStore store = new MemoryStore();
  final MemoryPeers peers = new MemoryPeers();
  final MemoryOutbox outbox = new MemoryOutbox();
  ImageRegistries registries = ImageRegistries.NONE;
  PullRequests pulls = PullRequests.NONE;
  PullRequestNote note = PullRequestNote.NONE;
  Dispatch dispatch = (_, _) -> new Dispatch.Sent.Delivered();
  private final MemoryHeldOrders heldOrders = new MemoryHeldOrders();
  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private int lives;

  /** Writes and tells; whoever changes it makes the disk slow. */
  Executor disk = Runnable::run;

  MemoryLedger ledger() {
    return new MemoryLedger(store, hands, task -> disk.execute(task));
  }

  /** The same for somebody whose disk is quick. */
  MemoryLedger quick() {
    return new MemoryLedger(store, hands, Runnable::run);
  }

  /** The host of an application that is one process. */
  Host shop() {
    return new Host(blobs, "application: shop\nservices:\n  web: {run: ./bin/web}\nroute: [dev]\n");
  }

  /** All that was written. */
  List<Entry> entries() {
    return ledger().read(Position.START, Integer.MAX_VALUE).stream()
        .map(recorded -> recorded.entry())
        .toList();
  }

  /** Wishes something of one of several processes. */
  static CompletableFuture<Carried> wish(Loop loop, String name, Command command) {
    return loop.commands()
        .submit(Organisation.MAIN, ActorId.SLIPWAY, name, command)
        .toCompletableFuture();
  }

  PublicKey publicKey() {
    return key.publicKey();
  }

  /** A server that begins with what is in the store, and has begun. */
  Loop started(
      Repository host, Timers timers, Snapshots snapshots, Duration poll, SnapshotRule rule) {
    return started(Founding.FORMAT, hands, host, timers, snapshots, poll, rule);
  }

  /** One of several processes of the same server, with a turn of its own. */
  Loop replica(Scheduler turn, Repository host) {
    return replica(Founding.FORMAT, turn, host);
  }

  /** As above, of a version that writes this format. */
  Loop replica(int format, Scheduler turn, Repository host) {
    return started(
        format,
        turn,
        host,
        new MemoryTimers(),
        new MemorySnapshots(),
        Duration.ofHours(1),
        SnapshotRule.NEVER);
  }

  private Loop started(
      int format,
      Scheduler turn,
      Repository host,
      Timers timers,
      Snapshots snapshots,
      Duration poll,
      SnapshotRule rule) {
    Loop begun =
        new Loop(
            new Stores(
                ledger(),
                blobs,
                new MemoryLogs(hands),
                new MemoryInboxBodies(),
                timers,
                new MemoryPresence(),
                heldOrders,
                peers,
                new MemoryDirectory(),
                snapshots,
                outbox),
            new Outside(host, CommitChecks.NONE, registries, Deployments.NONE, pulls, note),
            new Ports(
                format,
                turn,
                (lane, task) -> turn.execute(task),
                hands,
                new SplittableRandom(++lives),
                () -> new ActorId("actor"),
                order -> OrderCodec.sign(order, key),
                hands,
                dispatch,
                poll,
                rule));
    begun.start();
    hands.pass(Duration.ofSeconds(1));
    return begun;
  }

  /** Writes what every ledger begins with. */
  void found() {
    Founding.Key pair = new Founding.Key(key.keyId(), key.publicKey());
    ledger()
        .append(
            new Batch(
                Founding.of(Organisation.MAIN, new ActorId("admin"), pair, pair),
                Guards.NONE,
                Optional.empty()));
  }
}
