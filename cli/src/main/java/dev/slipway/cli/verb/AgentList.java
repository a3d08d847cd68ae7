package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slipway agent list}: who acts where, and whether it is heard. */
@Command(
    name = "agent",
    description = "The agents of a server; on an agent's own machine also: agent join, agent run.",
    synopsisSubcommandLabel = "VERB")
public final class AgentList {

  private final Slipway slipway;

  public AgentList(Slipway slipway) {
    this.slipway = slipway;
  }

  @Command(name = "list", description = "The agents, what they are, and when they were heard.")
  int list(@Option(names = "--env", paramLabel = "ENV") Optional<String> environment) {
    JsonNode page =
        slipway
            .server()
            .list(Request.get("targets").with("environment", environment), Slipway.WHOLE_LIST);
    return slipway.show(
        page,
        () -> {
          Table table =
              new Table(
                  "AGENT", "ENVIRONMENT", "TARGET", "STATE", "LAST HEARD", "VERSION", "RUNS", "");
          for (JsonNode one : Fields.items(page, "items")) {
            if (one.has("agent")) {
              table.row(
                  Fields.text(one, "agent.id"),
                  Fields.text(one, "environment"),
                  Fields.text(one, "name"),
                  Fields.text(one, "agent.state"),
                  Ages.of(Fields.text(one, "agent.lastHeard"), slipway.now()),
                  Fields.text(one, "agent.version"),
                  Runs.of(one),
                  one.path("local").asBoolean() ? "on the server's machine" : "");
            }
            for (JsonNode unknown : Fields.items(one, "unknown")) {
              table.row(
                  Fields.text(unknown, "id"),
                  Fields.text(one, "environment"),
                  Fields.text(one, "name"),
                  "unknown machine",
                  Ages.of(Fields.text(unknown, "lastHeard"), slipway.now()),
                  "",
                  "nobody knows",
                  "its place was taken; stop it");
            }
          }
          return table.render(slipway.colours());
        });
  }
}
