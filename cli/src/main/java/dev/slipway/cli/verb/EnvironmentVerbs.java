package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import picocli.CommandLine.Command;

/** {@code slipway environment …}: where applications are delivered to. */
@Command(
    name = "environment",
    description = "Where applications are delivered to.",
    synopsisSubcommandLabel = "VERB")
public final class EnvironmentVerbs {

  private final Slipway slipway;

  public EnvironmentVerbs(Slipway slipway) {
    this.slipway = slipway;
  }

  @Command(
      name = "list",
      description = "The environments, with the group that each was made for, and their targets.",
      mixinStandardHelpOptions = true)
  int list() {
    JsonNode page = slipway.server().list(Request.get("environments"), Slipway.WHOLE_LIST);
    return slipway.show(
        page,
        () -> {
          if (Fields.items(page, "items").isEmpty()) {
            return "There is no environment. The first route that names one makes it.\n";
          }
          Table table = new Table("ENVIRONMENT", "GROUP", "TARGETS", "QUEUE", "");
          for (JsonNode one : Fields.items(page, "items")) {
            table.row(
                Fields.text(one, "name"),
                Fields.found(one, "group").orElse(""),
                Fields.joined(one, "targets", ", "),
                Fields.text(one, "queue"),
                one.path("implicit").asBoolean() ? "implicit" : "");
          }
          return table.render(slipway.colours());
        });
  }
}
