package dev.slipway.app.trial;

import dev.slipway.agent.Settings;
import dev.slipway.agent.disk.AgentFolder;
import dev.slipway.agent.port.Disk;
import dev.slipway.app.agent.AgentProcess;
import dev.slipway.app.port.LogJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * {@code slipway agent run}, which is killed by the {@link Doom} that its folder is told, at a
 * write to its journal. The argument is the agent's folder.
 */
final class CrashingAgent {

  private static final Duration RETRY = Duration.ofMillis(200);

  private CrashingAgent() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    AgentProcess agent =
        new AgentProcess(
            AgentFolder.open(folder),
            Settings.STANDARD.askingWithin(RETRY),
            "trial",
            disk -> new Counted(disk, new Doom.Count(folder)),
            new LogJournal());
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(agent::close));
    agent.run();
  }

  /** A journal whose writes are counted. */
  private record Counted(Disk disk, Doom.Count count) implements Disk {

    @Override
    public List<byte[]> read() {
      return disk.read();
    }

    @Override
    public void append(byte[] entry, boolean durable) {
      count.before();
      disk.append(entry, durable);
      count.after();
    }

    @Override
    public void replace(List<byte[]> entries) {
      count.before();
      disk.replace(entries);
      count.after();
    }
  }
}
