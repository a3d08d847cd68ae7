package dev.slipway.app.verb;

import dev.slipway.agent.Identity;
import dev.slipway.agent.disk.AgentFolder;
import dev.slipway.app.agent.Enrolment;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets this machine's agent in at a server. */
@Command(
    name = "join",
    description = "Enrol at a server, with a token of 'slipway target join-token'.",
    mixinStandardHelpOptions = true)
final class AgentJoin implements Callable<Integer> {

  @Parameters(paramLabel = "URL", converter = ServerUrl.class, description = "The server.")
  private URI server = URI.create("http://127.0.0.1:7070");

  @Option(
      names = "--token",
      required = true,
      interactive = true,
      arity = "0..1",
      prompt = "Join token: ",
      paramLabel = "TOKEN",
      description = "The join token; without a value it is asked for, and not shown.")
  private String token = "";

  @Option(
      names = "--env",
      paramLabel = "ENV",
      description = "Join only if the token is for this environment.")
  private Optional<String> environment = Optional.empty();

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      description = "Join only if the token is for this target.")
  private Optional<String> target = Optional.empty();

  @Mixin private AgentVerbs.Folder folder = new AgentVerbs.Folder();

  @Override
  public Integer call() {
    try {
      Identity identity = joined();
      System.out.println(
          "Agent %s may act at %s. Start it: slipway agent run%s"
              .formatted(identity.agent(), identity.target(), folder.option()));
      return 0;
    } catch (IOException failure) {
      System.err.println("slipway: " + failure.getMessage());
      return 1;
    }
  }

  private Identity joined() throws IOException {
    AgentFolder home = AgentFolder.open(folder.path());
    Optional<Identity> before = home.identity();
    if (before.isPresent()) {
      throw new IOException(
          "%s is the folder of the agent of %s already; choose another with --data."
              .formatted(folder.path(), before.get().target()));
    }
    return new Enrolment(server, token.strip(), environment, target).in(home);
  }
}
