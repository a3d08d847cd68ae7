package dev.slipway.bench.inside;

import dev.slipway.bench.BenchFailed;
import dev.slipway.codec.KeyIds;
import dev.slipway.codec.SigningKey;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.Snapshots;
import dev.slipway.ledger.memory.MemoryBlobs;
import dev.slipway.ledger.memory.MemoryDirectory;
import dev.slipway.ledger.memory.MemoryHeldOrders;
import dev.slipway.ledger.memory.MemoryInboxBodies;
import dev.slipway.ledger.memory.MemoryLogs;
import dev.slipway.ledger.memory.MemoryOutbox;
import dev.slipway.ledger.memory.MemoryPeers;
import dev.slipway.ledger.memory.MemoryPresence;
import dev.slipway.ledger.memory.MemoryTimers;
import dev.slipway.loop.Loop;
import dev.slipway.loop.Outside;
import dev.slipway.loop.Ports;
import dev.slipway.loop.Stores;
import dev.slipway.loop.door.Agents;
import dev.slipway.loop.door.Agents.Enrolled;
import dev.slipway.loop.keeper.Founding;
import dev.slipway.loop.port.Journal;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.loop.snapshot.SnapshotRule;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Fence;
import dev.slipway.model.Organisation;
import dev.slipway.model.StreamKey;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.AgentEnrolled;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.model.order.Order;
import dev.slipway.outlet.Dispatch;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A loop whose turns this thread takes, and an agent that says at once that it converged. Its
 * orders are not signed, its reports are not sent anywhere. Not thread-safe.
 */
public final class Inside {

  private static final ActorId ADMINISTRATOR = new ActorId("administrator");
  private static final ActorId AGENT = new ActorId("agent");
  private static final ApplicationName APPLICATION = new ApplicationName("inside");
  private static final EnvironmentName ENVIRONMENT = new EnvironmentName("here");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long HOLD_MILLIS = 10_000;
  private static final String DOCUMENT =
      """
      application: inside
      services:
        deploy: {command: 'true'}
      route: [here]
      """;

  private final BlockingQueue<Runnable> turns = new LinkedBlockingQueue<>();
  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private final Loop loop;
  private Optional<Order> ordered = Optional.empty();
  private Map<ApplicationName, Fence> holding = Map.of();
  private long told;
  private long wishes;

  /** Where this life began, so that its keys are none of an earlier one's. */
  private long life;

  private Inside(Ledger ledger, Snapshots snapshots, InstantSource clock, int snapshotEvery) {
    MemoryBlobs blobs = new MemoryBlobs();
    loop =
        new Loop(
            new Stores(
                ledger,
                blobs,
                new MemoryLogs(clock),
                new MemoryInboxBodies(),
                new MemoryTimers(),
                new MemoryPresence(),
                new MemoryHeldOrders(),
                new MemoryPeers(),
                new MemoryDirectory(),
                snapshots,
                new MemoryOutbox()),
            new Outside(new OneCommit(blobs, DOCUMENT)),
            new Ports(
                Founding.FORMAT,
                new Turn(turns),
                (_, task) -> turns.add(task),
                clock,
                new SplittableRandom(1),
                () -> AGENT,
                this::noted,
                new Quiet(),
                (_, _) -> new Dispatch.Sent.Delivered(),
                Duration.ofHours(1),
                new SnapshotRule(SnapshotRule.NEVER.fold(), snapshotEvery)));
  }

  /** A loop that goes on from what a ledger holds. */
  public static Inside on(
      Ledger ledger, Snapshots snapshots, InstantSource clock, int snapshotEvery) {
    Inside inside = new Inside(ledger, snapshots, clock, snapshotEvery);
    inside.loop.start();
    inside.turnAll();
    inside.life = inside.entries();
    inside.loop.agents().enrolled(AGENT).ifPresent(inside::takeUp);
    return inside;
  }

  /** Whoever is in a ledger that has nobody yet: an application, and an agent where it goes. */
  public Inside founded(Ledger ledger) {
    Founding.Key pair = new Founding.Key(KeyIds.of(key.publicKey()), key.publicKey());
    write(ledger, Founding.of(Organisation.MAIN, ADMINISTRATOR, pair, pair));
    submit(new Command.AddApplication(OneCommit.URL, Optional.of("main"), "slipway.yaml"));
    TargetId target =
        loop.memory()
            .world(Organisation.MAIN)
            .declared()
            .environment(ENVIRONMENT)
            .map(here -> new TargetId(ENVIRONMENT, here.members().getFirst()))
            .orElseThrow(() -> new BenchFailed("The environment was not made"));
    write(
        ledger,
        List.of(
            new Draft(
                StreamKey.of(Organisation.MAIN, ENVIRONMENT),
                ADMINISTRATOR,
                Optional.empty(),
                new AgentEnrolled(AGENT, target, key.publicKey()))));
    return this;
  }

  private void write(Ledger ledger, List<Draft> drafts) {
    awaited(ledger.append(new Batch(drafts, Guards.NONE, Optional.empty())));
    turnAll();
  }

  private Bytes noted(Order order) {
    ordered = Optional.of(order);
    return Bytes.ofUtf8(order.fence().toString());
  }

  private void submit(Command command) {
    wishes++;
    String key = "wish-" + life + "-" + wishes;
    awaited(loop.commands().submit(Organisation.MAIN, ADMINISTRATOR, key, command));
  }

  /** Wishes for one deploy more. */
  public void deploy() {
    submit(
        new Command.Deploy(
            APPLICATION,
            ENVIRONMENT,
            Optional.of(OneCommit.HEAD.value()),
            false,
            new TreeMap<>(),
            Optional.empty()));
  }

  /** Learns which order the agent of an earlier life holds. */
  private void takeUp(Enrolled agent) {
    tell(agent, List.of(), 0);
    ordered.ifPresent(order -> holding = Map.of(order.body().slot().application(), order.fence()));
  }

  /** Has so many orders issued, carried out and reported, one after the other. */
  public void steps(int count) {
    Enrolled agent = loop.agents().enrolled(AGENT).orElseThrow();
    List<Report> reports = List.of();
    for (int i = 0; i < count; i++) {
      tell(agent, reports, HOLD_MILLIS);
      Order order = ordered.orElseThrow(() -> new BenchFailed("No order was issued"));
      holding = Map.of(order.body().slot().application(), order.fence());
      reports = List.of(converged(order));
    }
    // The last report asks for nothing more.
    tell(agent, reports, 0);
  }

  private void tell(Enrolled agent, List<Report> reports, long holdMillis) {
    ordered = Optional.empty();
    told++;
    awaited(
        loop.agents()
            .sync(
                agent,
                new Agents.Asked(
                    "", "life-" + life, told, reports, holding, List.of(), holdMillis)));
  }

  private static Report converged(Order order) {
    return new Report.Ended(order.body().slot(), order.fence(), new Outcome.Converged(List.of()));
  }

  /** Where the ledger is. */
  public long entries() {
    return loop.memory().world(Organisation.MAIN).position().value();
  }

  /** Keeps what is folded, as a server does at its end. */
  public void rest() {
    turnAll();
    loop.rest();
  }

  private void turnAll() {
    for (Runnable turn = turns.poll(); turn != null; turn = turns.poll()) {
      turn.run();
    }
  }

  private <T> void awaited(CompletionStage<T> stage) {
    CompletableFuture<T> future = stage.toCompletableFuture();
    // A store that writes with a thread of its own ends without a turn to take.
    CompletionStage<T> _ = future.whenComplete((_, _) -> turns.add(() -> {}));
    turnUntil(future::isDone);
    future.join();
  }

  private void turnUntil(BooleanSupplier done) {
    try {
      while (!done.getAsBoolean()) {
        Runnable turn = turns.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (turn == null) {
          throw new BenchFailed("The loop stands still");
        }
        turn.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailed("Interrupted in a turn", e);
    }
  }

  /** What is to come later never comes here, for nothing is measured that waits. */
  private record Turn(BlockingQueue<Runnable> turns) implements Scheduler {

    @Override
    public void execute(Runnable task) {
      turns.add(task);
    }

    @Override
    public Cancellation after(Duration delay, Runnable task) {
      return () -> {};
    }
  }

  private static final class Quiet implements Journal {

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void alarm(String message, Throwable cause) {
      throw new BenchFailed(message, cause);
    }
  }
}
