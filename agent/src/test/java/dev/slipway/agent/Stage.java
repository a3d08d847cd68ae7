package dev.slipway.agent;

import dev.slipway.agent.mask.Masks;
import dev.slipway.agent.port.Disk;
import dev.slipway.agent.port.Ports;
import dev.slipway.agent.port.Scheduler;
import dev.slipway.agent.port.Secrets;
import dev.slipway.agent.port.Transport;
import dev.slipway.agent.port.Workers;
import dev.slipway.codec.Certificates;
import dev.slipway.codec.OrderCodec;
import dev.slipway.codec.ReportCodec;
import dev.slipway.codec.SigningKey;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Fence;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.entry.KeyCertified;
import dev.slipway.model.observation.Report;
import dev.slipway.model.order.Order;
import dev.slipway.model.order.OrderBody;
import dev.slipway.runtime.Capabilities;
import dev.slipway.runtime.SecretMissing;
import dev.slipway.runtime.SecretValues;
import dev.slipway.wire.agent.EnrolRequest;
import dev.slipway.wire.agent.EnrolResponse;
import dev.slipway.wire.agent.LogParcel;
import dev.slipway.wire.agent.LogStandings;
import dev.slipway.wire.agent.Stray;
import dev.slipway.wire.agent.SyncRequest;
import dev.slipway.wire.agent.SyncResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A server, a disk, a clock and adapters of paper, on which an agent is played step by step. */
final class Stage {

  static final Slot SLOT =
      new Slot(
          new TargetId(new EnvironmentName("staging"), new TargetName("local")),
          new ApplicationName("shop"));

  private final SigningKey root = SigningKey.generate(new SecureRandom());
  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private final PriorityQueue<Task> tasks = new PriorityQueue<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long count;
  private int life;

  final List<String> orders = new ArrayList<>();
  final List<Report> reports = new ArrayList<>();
  final List<byte[]> journal = new ArrayList<>();
  final Set<Digest> archives = new HashSet<>();
  final List<String> log = new ArrayList<>();
  final PaperAdapter commands = new PaperAdapter(Capabilities.Nature.RECORDED);
  final PaperAdapter processes = new PaperAdapter(Capabilities.Nature.OBSERVABLE);
  final PaperLogs archive = new PaperLogs();
  Masks masks = Masks.NONE;
  SecretValues values = SecretValues.NONE;
  private final List<CompletableFuture<SyncResponse>> questions = new ArrayList<>();
  boolean away;
  int step = 1;
  List<Stray> strays = List.of();
  boolean holds;
  int writesLeft = Integer.MAX_VALUE;

  private record Task(Instant at, long number, int life, Runnable run) implements Comparable<Task> {
    @Override
    public int compareTo(Task other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  /** An agent that is alive from now on; the one before is dropped as by kill -9. */
  void boot() {
    life++;
    commands.pending.clear();
    processes.pending.clear();
    Agent agent =
        new Agent(
            new Identity(
                new ActorId("agent-1"),
                new Organisation("main"),
                SLOT.target(),
                root.publicKey(),
                List.of()),
            Settings.STANDARD,
            ports());
    agent.start();
  }

  private Ports ports() {
    int mine = life;
    Scheduler scheduler =
        new Scheduler() {
          @Override
          public void execute(Runnable task) {
            after(Duration.ZERO, task);
          }

          @Override
          public void after(Duration delay, Runnable task) {
            tasks.add(new Task(now.plus(delay), count++, mine, task));
          }
        };
    return new Ports(
        new PaperServer(),
        scheduler,
        new PaperDisk(),
        new Workers() {
          @Override
          public <T> CompletionStage<T> call(Supplier<T> work) {
            return CompletableFuture.completedFuture(work.get());
          }
        },
        new PaperArchives(archives),
        () -> now,
        new Random(1),
        commands,
        processes,
        new Secrets() {
          @Override
          public Masks masks() {
            return masks;
          }

          @Override
          public String of(SecretReference reference) throws SecretMissing {
            return values.of(reference);
          }
        },
        () -> log.add("about keys"),
        "1",
        "boot-" + life,
        "machine",
        log::add);
  }

  /** The server goes, and with it the questions that it holds, and is back at once. */
  void restartServer() {
    List<CompletableFuture<SyncResponse>> held = List.copyOf(questions);
    questions.clear();
    held.forEach(question -> question.completeExceptionally(new IOException("gone")));
  }

  /** Lets time pass; a write that fails ends the agent's life. */
  void pass(Duration duration) {
    Instant end = now.plus(duration);
    while (!tasks.isEmpty() && !tasks.peek().at().isAfter(end)) {
      Task task = tasks.poll();
      now = task.at();
      if (task.life() == life) {
        try {
          task.run().run();
        } catch (UncheckedIOException e) {
          life++;
        }
      }
    }
    now = end;
  }

  void order(long position, int delivery, Workload workload) {
    sign(position, delivery, workload, key);
  }

  void sign(long position, int delivery, Workload workload, SigningKey by) {
    sign(position, delivery, PaperOrders.present(workload), by);
  }

  /** An order to keep a process, and to run a job on top of it. */
  void orderJob(long position, int delivery) {
    sign(position, delivery, PaperOrders.effect(run(), command()), key);
  }

  void order(long position, int delivery, OrderBody.Wanted wanted) {
    sign(position, delivery, wanted, key);
  }

  private void sign(long position, int delivery, OrderBody.Wanted wanted, SigningKey by) {
    OrderBody body =
        new OrderBody(
            new Organisation("main"),
            SLOT,
            delivery,
            Digest.ofHex("c".repeat(64)),
            step,
            1,
            wanted);
    orders.add(OrderCodec.sign(new Order(new Fence(1, new Position(position)), body), by).utf8());
  }

  static Workload command() {
    return new Workload.Command(List.of(new Template("./deploy")), false);
  }

  static Workload run() {
    return new Workload.Run(List.of(new Template("./web")));
  }

  private final class PaperServer implements Transport {

    @Override
    public CompletionStage<EnrolResponse> enrol(EnrolRequest request) {
      throw new IllegalStateException();
    }

    @Override
    public CompletionStage<SyncResponse> sync(ActorId agent, SyncRequest request) {
      if (away) {
        return CompletableFuture.failedFuture(new IOException("away"));
      }
      strays = request.strays().orElseThrow();
      request.reports().forEach(text -> reports.add(ReportCodec.decode(text)));
      SyncResponse response =
          new SyncResponse(
              List.copyOf(orders),
              List.of(
                  Certificates.issue(root, key.publicKey(), KeyCertified.Purpose.ORDERS).utf8()),
              Optional.empty());
      if (!holds || request.holdMillis() == 0 || request.holding().isEmpty()) {
        return CompletableFuture.completedFuture(response);
      }
      CompletableFuture<SyncResponse> question = new CompletableFuture<>();
      questions.add(question);
      Instant end = now.plusMillis(request.holdMillis());
      tasks.add(new Task(end, count++, life, () -> question.complete(response)));
      return question;
    }

    @Override
    public CompletionStage<LogStandings> logs(ActorId agent, LogParcel parcel) {
      if (away) {
        return CompletableFuture.failedFuture(new IOException("away"));
      }
      return CompletableFuture.completedFuture(archive.take(parcel));
    }

    @Override
    public CompletionStage<Boolean> blob(ActorId agent, Digest digest, Sink sink) {
      try {
        sink.keep(new ByteArrayInputStream(new byte[0]));
        return CompletableFuture.completedFuture(true);
      } catch (IOException e) {
        return CompletableFuture.failedFuture(e);
      }
    }
  }

  private final class PaperDisk implements Disk {

    @Override
    public List<byte[]> read() {
      return List.copyOf(journal);
    }

    @Override
    public void append(byte[] entry, boolean durable) {
      if (writesLeft-- <= 0) {
        throw new UncheckedIOException(new IOException("The disk is full."));
      }
      journal.add(entry);
    }

    @Override
    public void replace(List<byte[]> entries) {
      journal.clear();
      journal.addAll(entries);
    }
  }
}
