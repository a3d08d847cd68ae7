package dev.slipway.simulator;

import dev.slipway.agent.Agent;
import dev.slipway.agent.Identity;
import dev.slipway.agent.Settings;
import dev.slipway.agent.core.Backoff;
import dev.slipway.agent.port.Disk;
import dev.slipway.agent.port.Ports;
import dev.slipway.agent.port.Scheduler;
import dev.slipway.agent.port.Secrets;
import dev.slipway.agent.port.Transport;
import dev.slipway.agent.port.Workers;
import dev.slipway.codec.SigningKey;
import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.TargetId;
import dev.slipway.simulator.planted.Breaks;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A target with its agent: the real agent over a simulated disk and machine. A crash ends the
 * agent's life; journal, archives and what runs are there when the next begins.
 */
public final class Computer {

  private static final Duration WORK = Duration.ofMillis(50);

  private static final Settings SETTINGS =
      new Settings(
          Duration.ofSeconds(25),
          Duration.ofMillis(20),
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          new Backoff(Duration.ofMillis(100), Duration.ofSeconds(15)),
          new Backoff(Duration.ofMillis(100), Duration.ofMinutes(1)));

  private final Kernel kernel;
  private final Trace trace;
  private final Identity identity;
  private final SigningKey key;
  private final Network network;
  private final Breaks breaks;
  private final Machine machine;
  private final boolean mayFail;
  private final Safe safe;
  private final MemoryDisk disk = new MemoryDisk();
  private final Shelf archives = new Shelf();
  private int boots;
  private Optional<Life> present = Optional.empty();

  Computer(
      Kernel kernel,
      Trace trace,
      Keys keys,
      TargetId target,
      Network network,
      Breaks breaks,
      Machine machine,
      boolean mayFail) {
    this.kernel = kernel;
    this.trace = trace;
    this.network = network;
    this.breaks = breaks;
    this.machine = machine;
    this.safe = new Safe(target);
    this.mayFail = mayFail;
    this.key = Keys.key(kernel.random());
    this.identity =
        new Identity(
            new ActorId("agent-%s-%s".formatted(target.environment(), target.target())),
            Organisation.MAIN,
            target,
            keys.root().publicKey(),
            List.of(keys.certificate()));
  }

  public Machine machine() {
    return machine;
  }

  public Safe safe() {
    return safe;
  }

  public TargetId target() {
    return identity.target();
  }

  public ActorId agent() {
    return identity.agent();
  }

  Identity identity() {
    return identity;
  }

  SigningKey key() {
    return key;
  }

  public boolean isUp() {
    return present.isPresent();
  }

  public void start() {
    Life life = new Life();
    present = Optional.of(life);
    boots++;
    Disk durable = breaks.disk(disk);
    Transport transport = breaks.transport(network.of(identity.agent()), kernel);
    Secrets secrets = breaks.secrets(safe);
    Agent agent =
        new Agent(
            identity,
            SETTINGS,
            new Ports(
                transport,
                turn(life),
                durable,
                new Workers() {
                  @Override
                  public <T> CompletionStage<T> call(Supplier<T> work) {
                    return worked(life, work);
                  }
                },
                archives,
                kernel,
                new SplittableRandom(kernel.random().nextLong()),
                breaks.commands(new CommandRunner(kernel, life, machine, mayFail, secrets)),
                breaks.processes(new Processes(kernel, life, machine, secrets)),
                secrets,
                () -> {},
                "simulated",
                identity.agent() + "-boot-" + boots,
                machine.start(),
                line -> trace.add(identity.agent() + ": " + line)));
    agent.start();
    trace.add(identity.agent() + ": started");
  }

  public void crash() {
    present.ifPresent(life -> {
      life.end();
      trace.add(identity.agent() + ": crashed");
    });
    present = Optional.empty();
  }

  /** The agent stops where it stands; the machine goes on. */
  public void freeze() {
    present.ifPresent(Life::freeze);
  }

  public void thaw() {
    present.ifPresent(life -> life.thaw(kernel));
  }

  /** Whether the journal can be written. */
  public void fillDisk(boolean isFull) {
    disk.full(isFull);
  }

  /** The whole machine goes down and comes up again. */
  public void restart() {
    crash();
    disk.fail();
    machine.restart();
    trace.add(identity.agent() + ": its machine was restarted");
  }

  private Scheduler turn(Life life) {
    return new Scheduler() {
      @Override
      public void execute(Runnable task) {
        after(Duration.ZERO, task);
      }

      @Override
      public void after(Duration delay, Runnable task) {
        kernel.after(life, delay, () -> run(task));
      }
    };
  }

  /** An agent that cannot write its journal is not to go on; it is made anew when it can. */
  private void run(Runnable task) {
    try {
      task.run();
    } catch (UncheckedIOException e) {
      trace.add(identity.agent() + ": " + e.getMessage());
      crash();
    }
  }

  private <T> CompletionStage<T> worked(Life life, Supplier<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    kernel.within(life, WORK, () -> done.complete(work.get()));
    return done;
  }
}
