package dev.slipway.app.agent;

import dev.slipway.agent.Agent;
import dev.slipway.agent.Identity;
import dev.slipway.agent.Settings;
import dev.slipway.agent.disk.AgentFolder;
import dev.slipway.agent.disk.FileArchives;
import dev.slipway.agent.disk.FileDisk;
import dev.slipway.agent.disk.FileSecrets;
import dev.slipway.agent.http.HttpTransport;
import dev.slipway.agent.http.VaultStore;
import dev.slipway.agent.port.Disk;
import dev.slipway.agent.port.ExecutorScheduler;
import dev.slipway.agent.port.ExecutorWorkers;
import dev.slipway.agent.port.Ports;
import dev.slipway.agent.port.Scheduler;
import dev.slipway.agent.port.Secrets;
import dev.slipway.agent.sealed.Keyring;
import dev.slipway.agent.sealed.SealedSource;
import dev.slipway.codec.SigningKey;
import dev.slipway.loop.port.Journal;
import dev.slipway.model.TargetId;
import dev.slipway.model.definition.Workload;
import dev.slipway.runtime.Adapters;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Surroundings;
import dev.slipway.runtime.command.CommandAdapter;
import dev.slipway.runtime.external.ExternalAdapter;
import dev.slipway.runtime.process.Forwarding;
import dev.slipway.runtime.process.ProcessAdapter;
import dev.slipway.runtime.processes.Sessions;
import dev.slipway.runtime.secrets.AllowedVariables;
import dev.slipway.runtime.secrets.SecretFiles;
import dev.slipway.runtime.secrets.SecretPrograms;
import dev.slipway.runtime.secrets.SecretSources;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One agent of this machine: its folder, its turns, and the line to the server. What it started
 * outlives it.
 */
final class LocalAgent implements AutoCloseable {

  private static final long STOP_SECONDS_MAX = 10;

  private final TargetId target;
  private final Journal journal;
  private final Consumer<Throwable> broken;

  /** A virtual thread would be woken through three others, and starts a program more slowly. */
  private final ExecutorService threads;

  private final ScheduledExecutorService turn;
  private final Scheduler scheduler;
  private final FileDisk disk;
  private final Agent agent;
  private volatile boolean closing;

  /**
   * Starts an agent that was let in.
   *
   * @param forwarding how traffic reaches what the agent keeps
   * @param version of this program, which the agent reports
   * @param observed puts somebody who looks on between the agent and its journal
   * @param broken is told when the agent's state can no longer be trusted; it should be made anew
   *     over the same folder
   * @throws IOException when the folder cannot be used
   */
  LocalAgent(
      AgentFolder home,
      Identity identity,
      URI server,
      Forwarding forwarding,
      Settings settings,
      String version,
      UnaryOperator<Disk> observed,
      Journal journal,
      Consumer<Throwable> broken)
      throws IOException {
    target = identity.target();
    this.journal = journal;
    this.broken = broken;
    threads =
        Executors.newCachedThreadPool(
            Thread.ofPlatform().name("agent " + target + " ", 1).daemon(true).factory());
    SecureRandom random = new SecureRandom();
    SigningKey key = home.key(random);
    HttpTransport transport = new HttpTransport(server, key, InstantSource.system(), threads);
    SealedSource sealed =
        new SealedSource(
            identity,
            key,
            Keyring.open(home.sealed(), random),
            request -> transport.secrets(identity.agent(), request),
            line -> journal.info(target + ": " + line));
    Surroundings bare = Surroundings.of(System.getenv());
    Secrets secrets =
        FileSecrets.open(
            home.secrets(),
            new SecretSources(
                new SecretFiles(home.secrets()),
                new AllowedVariables(home.secretVariables(), System.getenv()),
                new SecretPrograms(home.secretPrograms(), bare, SecretPrograms.WITHIN, threads),
                new VaultStore(home.vault(), home.vaultToken()),
                sealed),
            InstantSource.system(),
            line -> journal.warn(target + ": " + line));
    Surroundings surroundings = bare.with(secrets);
    CommandAdapter commands = CommandAdapter.open(home.commands(), surroundings, threads);
    ProcessAdapter processes =
        ProcessAdapter.open(home.processes(), surroundings, threads, forwarding);
    ExternalAdapter external =
        ExternalAdapter.open(home.external(), surroundings, threads, InstantSource.system());
    FileArchives archives = new FileArchives(home.archives(), InstantSource.system());
    // The journal's lock comes last, so that nothing that fails before it leaves it behind.
    disk = FileDisk.open(home.journal());
    turn =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("agent " + target).daemon(true).factory());
    scheduler = new ExecutorScheduler(turn, this::broke);
    Ports ports =
        new Ports(
            transport,
            scheduler,
            observed.apply(disk),
            new ExecutorWorkers(threads),
            archives,
            InstantSource.system(),
            random,
            commands,
            new Adapters(processes, external, LocalAgent::isProcess),
            secrets,
            () -> threads.execute(sealed::look),
            version,
            HexFormat.of().toHexDigits(random.nextLong()),
            Sessions.machine(),
            line -> journal.info(target + ": " + line));
    agent = new Agent(identity, settings, ports);
    scheduler.execute(agent::start);
  }

  private static boolean isProcess(Assignment.Share share) {
    return switch (share.release().workload()) {
      case Workload.Run _, Workload.Command _ -> true;
      case Workload.External _ -> false;
    };
  }

  private void broke(Throwable why) {
    if (!closing) {
      broken.accept(why);
    }
  }

  /**
   * Stops asking and lets go of the journal. Its last turn ends before its threads and its disk go.
   */
  @Override
  public void close() {
    closing = true;
    CountDownLatch stopped = new CountDownLatch(1);
    scheduler.execute(() -> {
      agent.stop();
      stopped.countDown();
    });
    try {
      boolean inTime = stopped.await(STOP_SECONDS_MAX, TimeUnit.SECONDS);
      turn.shutdownNow();
      if (!inTime || !turn.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        journal.warn("The agent of " + target + " does not stop; its last turn hangs");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
    try {
      disk.close();
    } catch (IOException failure) {
      journal.alarm("The journal of " + target + " could not be closed", failure);
    }
  }
}
