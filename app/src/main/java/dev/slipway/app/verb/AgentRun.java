package dev.slipway.app.verb;

import dev.slipway.agent.Identity;
import dev.slipway.agent.Settings;
import dev.slipway.agent.disk.AgentFolder;
import dev.slipway.app.agent.AgentProcess;
import dev.slipway.app.port.LogJournal;
import dev.slipway.app.server.Server;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Acts at the target that was joined, until it is told to stop. */
@Command(
    name = "run",
    description = "Serve the target that was joined; needs outbound HTTP only.",
    mixinStandardHelpOptions = true)
final class AgentRun implements Callable<Integer> {

  private static final int RETRY_SECONDS_MAX = 300;

  @Mixin private AgentVerbs.Folder folder = new AgentVerbs.Folder();

  @Option(
      names = "--retry-at-most",
      paramLabel = "SECONDS",
      defaultValue = "15",
      description =
          "How long to wait at most before asking an unreachable server again"
              + " (default: ${DEFAULT-VALUE}).")
  private int retrySeconds = 15;

  @Override
  public Integer call() throws InterruptedException {
    try {
      AgentProcess agent = agent();
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(agent::close));
      agent.run();
      return 0;
    } catch (IOException failure) {
      System.err.println("slipway: " + failure.getMessage());
      return 1;
    }
  }

  private AgentProcess agent() throws IOException {
    AgentFolder home = AgentFolder.open(folder.path());
    Identity identity =
        home.identity()
            .orElseThrow(() ->
                new IOException(
                    "%s holds no agent; join a server first: slipway agent join URL --token TOKEN%s"
                        .formatted(folder.path(), folder.option())));
    System.out.println(
        "Agent %s serves %s for %s"
            .formatted(identity.agent(), identity.target(), home.server().orElseThrow()));
    return new AgentProcess(home, settings(), Server.VERSION, new LogJournal());
  }

  private Settings settings() {
    return Settings.STANDARD.askingWithin(
        Duration.ofSeconds(Math.clamp(retrySeconds, 1, RETRY_SECONDS_MAX)));
  }
}
