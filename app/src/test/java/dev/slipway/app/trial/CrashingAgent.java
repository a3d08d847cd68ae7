package dev.slipway.app.trial;

import dev.slipway.agent.Settings;
import dev.slipway.agent.disk.AgentFolder;
import dev.slipway.agent.port.Disk;
import dev.slipway.app.agent.AgentProcess;
import dev.slipway.app.port.LogJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code slipway agent run}, which is killed with SIGKILL right before or after its nth write to
 * its journal since it was armed. It is armed by a file, so that starting up is not counted.
 *
 * <p>Arguments: the agent's folder, n (0 for never), {@code before} or {@code after}.
 */
final class CrashingAgent {

  private CrashingAgent() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    int crashAt = Integer.parseInt(arguments[1]);
    boolean before = arguments[2].equals("before");
    AgentProcess agent =
        new AgentProcess(
            AgentFolder.open(folder),
            Settings.STANDARD,
            "trial",
            disk -> new Counted(disk, folder.resolve("armed"), crashAt, before),
            new LogJournal());
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(agent::close));
    agent.run();
  }

  /** A journal that counts what is written while it is armed. */
  private record Counted(Disk disk, Path armed, int crashAt, boolean before, AtomicInteger count)
      implements Disk {

    Counted(Disk disk, Path armed, int crashAt, boolean before) {
      this(disk, armed, crashAt, before, new AtomicInteger());
    }

    @Override
    public List<byte[]> read() {
      return disk.read();
    }

    @Override
    public void append(byte[] entry, boolean durable) {
      write(() -> disk.append(entry, durable));
    }

    @Override
    public void replace(List<byte[]> entries) {
      write(() -> disk.replace(entries));
    }

    private void write(Runnable write) {
      if (!Files.exists(armed) || count.incrementAndGet() != crashAt) {
        write.run();
        return;
      }
      // Said beforehand, for after the last write nobody could tell a death from a quiet life.
      say("dying");
      if (!before) {
        write.run();
      }
      die();
    }

    private void say(String what) {
      try {
        Files.createFile(armed.resolveSibling(what));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    /** SIGKILL to ourselves; the write that was about to happen does not. */
    private static void die() {
      Java.signal("KILL", ProcessHandle.current().pid());
      while (true) {
        Pause.briefly();
      }
    }
  }
}
