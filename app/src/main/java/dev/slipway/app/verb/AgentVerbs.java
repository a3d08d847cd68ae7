package dev.slipway.app.verb;

import dev.slipway.cli.server.Place;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slipway agent join|run}: an agent on its own machine. */
@Command(
    name = "agent",
    description = "An agent of this machine; 'slipway agent list' shows those of a server.",
    subcommands = {AgentJoin.class, AgentRun.class},
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "VERB")
public final class AgentVerbs {

  /** Where an agent keeps what it is and what it does. */
  static final class Folder {

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "The agent's folder (default: ~/.local/share/slipway-agent).")
    private @Nullable Path data;

    Path path() {
      return Optional.ofNullable(data)
          .map(Path::toAbsolutePath)
          .orElseGet(() ->
              Place.dataFolder(System.getenv()).resolveSibling("slipway-agent").toAbsolutePath());
    }

    /** What to write behind a verb to mean this folder again. */
    String option() {
      return data == null ? "" : " --data " + data;
    }
  }
}
