package dev.slipway.bench.subject;

import dev.slipway.agent.Agent;
import dev.slipway.agent.Identity;
import dev.slipway.agent.Settings;
import dev.slipway.agent.disk.AgentFolder;
import dev.slipway.agent.disk.FileArchives;
import dev.slipway.agent.disk.FileDisk;
import dev.slipway.agent.http.HttpTransport;
import dev.slipway.agent.port.ExecutorScheduler;
import dev.slipway.agent.port.ExecutorWorkers;
import dev.slipway.agent.port.Ports;
import dev.slipway.agent.port.Secrets;
import dev.slipway.app.agent.Enrolment;
import dev.slipway.bench.BenchFailed;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The real agent with its journal on the disk and its line to the server, in this process; but what
 * it is ordered is so at once.
 */
public final class IdleAgent implements AutoCloseable {

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().name("idle agent ", 1).daemon(true).factory());
  private final ScheduledExecutorService turn =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("idle agent").daemon(true).factory());
  private final FileDisk disk;
  private final Agent agent;

  private IdleAgent(AgentFolder home, Identity identity, URI server, InstantSource clock)
      throws IOException {
    SecureRandom random = new SecureRandom();
    NothingToDo nothing = new NothingToDo();
    disk = FileDisk.open(home.journal());
    ExecutorScheduler scheduler = new ExecutorScheduler(turn, IdleAgent::broke);
    agent =
        new Agent(
            identity,
            Settings.STANDARD,
            new Ports(
                new HttpTransport(server, home.key(random), clock, threads),
                scheduler,
                disk,
                new ExecutorWorkers(threads),
                new FileArchives(home.archives(), clock),
                clock,
                random,
                nothing,
                nothing,
                Secrets.NONE,
                () -> {},
                "bench",
                Long.toHexString(random.nextLong()),
                "this machine",
                _ -> {}));
    scheduler.execute(agent::start);
  }

  /** Enrols in a folder with a token, and begins. */
  static IdleAgent joined(Folder folder, URI server, String token, InstantSource clock) {
    try {
      AgentFolder home = AgentFolder.open(folder.resolve("agent"));
      Identity identity = new Enrolment(server, token, Optional.empty(), Optional.empty()).in(home);
      return new IdleAgent(home, identity, server, clock);
    } catch (IOException failure) {
      throw new BenchFailed("The agent could not join", failure);
    }
  }

  private static void broke(Throwable why) {
    why.printStackTrace();
  }

  @Override
  public void close() {
    turn.shutdownNow();
    threads.shutdownNow();
    try {
      disk.close();
    } catch (IOException failure) {
      throw new BenchFailed("The agent's journal could not be closed", failure);
    }
  }
}
