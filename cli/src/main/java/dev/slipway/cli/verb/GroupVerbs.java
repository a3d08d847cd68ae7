package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway group …}: who belongs to which group. */
@Command(
    name = "group",
    description = "Groups of people whose approval is asked for.",
    synopsisSubcommandLabel = "VERB")
public final class GroupVerbs {

  private final Slipway slipway;

  public GroupVerbs(Slipway slipway) {
    this.slipway = slipway;
  }

  @Command(
      name = "add",
      description = "Let a person belong to a group.",
      mixinStandardHelpOptions = true)
  int add(
      @Parameters(paramLabel = "GROUP") String group,
      @Parameters(
              paramLabel = "PERSON",
              description = "An id of slipway user list, or a token that acts for a person.")
          String person) {
    return slipway.wish(Request.post("groups", group, "members", person), "Added");
  }

  @Command(
      name = "remove",
      description = "Let a person belong to a group no longer.",
      mixinStandardHelpOptions = true)
  int remove(
      @Parameters(paramLabel = "GROUP") String group,
      @Parameters(paramLabel = "PERSON") String person) {
    return slipway.wish(Request.delete("groups", group, "members", person), "Removed");
  }

  @Command(
      name = "list",
      description = "Groups, and who belongs to each.",
      mixinStandardHelpOptions = true)
  int list() {
    JsonNode page = slipway.server().list(Request.get("groups"), Slipway.WHOLE_LIST);
    return slipway.show(
        page,
        () -> {
          if (Fields.items(page, "items").isEmpty()) {
            return "There are no groups.\n";
          }
          Table table = new Table("GROUP", "PERSON", "NAME");
          for (JsonNode group : Fields.items(page, "items")) {
            for (JsonNode member : Fields.items(group, "members")) {
              table.row(
                  Fields.text(group, "name"),
                  Fields.text(member, "id"),
                  Fields.text(member, "name"));
            }
          }
          return table.render(slipway.colours());
        });
  }
}
