package dev.slipway.app.agent;

import dev.slipway.agent.Settings;
import dev.slipway.agent.disk.AgentFolder;
import dev.slipway.agent.port.Disk;
import dev.slipway.loop.port.Journal;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * An agent that has a process to itself, for as long as that is wanted. An agent that found its own
 * state broken is made anew from its journal.
 */
public final class AgentProcess implements AutoCloseable {

  private static final long AGAIN_AFTER_SECONDS = 5;
  private static final long STOP_SECONDS_MAX = 30;

  private final AgentFolder home;
  private final Settings settings;
  private final String version;
  private final UnaryOperator<Disk> observed;
  private final Journal journal;

  /** Why an agent ended: a failure, or because it was to. */
  private final BlockingQueue<Optional<Throwable>> ends = new LinkedBlockingQueue<>();

  private final CountDownLatch ended = new CountDownLatch(1);

  public AgentProcess(AgentFolder home, Settings settings, String version, Journal journal) {
    this(home, settings, version, UnaryOperator.identity(), journal);
  }

  /** The same, with somebody who looks on between the agent and its journal. */
  public AgentProcess(
      AgentFolder home,
      Settings settings,
      String version,
      UnaryOperator<Disk> observed,
      Journal journal) {
    this.home = home;
    this.settings = settings;
    this.version = version;
    this.observed = observed;
    this.journal = journal;
  }

  /**
   * Runs the agent until {@link #close} is called. Called once.
   *
   * @throws IOException when it never could begin: the folder is nobody's, or is used by another
   *     process
   */
  public void run() throws IOException, InterruptedException {
    try {
      Optional<Throwable> end;
      try (LocalAgent _ = agent()) {
        end = ends.take();
      }
      while (end.isPresent()) {
        journal.alarm("The agent starts anew", end.get());
        end = oneMore();
      }
    } finally {
      ended.countDown();
    }
  }

  private Optional<Throwable> oneMore() throws InterruptedException {
    try (LocalAgent _ = agent()) {
      return ends.take();
    } catch (IOException failure) {
      scheduleAgain(failure);
      return ends.take();
    }
  }

  private void scheduleAgain(IOException failure) {
    CompletableFuture.delayedExecutor(AGAIN_AFTER_SECONDS, TimeUnit.SECONDS)
        .execute(() -> ends.add(Optional.of(failure)));
  }

  private LocalAgent agent() throws IOException {
    ends.removeIf(Optional::isPresent);
    URI server = home.server().orElseThrow(() -> new IOException("The agent has joined nothing."));
    return new LocalAgent(
        home,
        home.identity().orElseThrow(),
        server,
        LocalForwarder.in(home.forwarder()),
        settings,
        version,
        observed,
        journal,
        why -> ends.add(Optional.of(why)));
  }

  /** Has {@link #run} return, and waits for it. */
  @Override
  public void close() {
    ends.add(Optional.empty());
    try {
      if (!ended.await(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        journal.warn("The agent does not stop; its last turn hangs");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
