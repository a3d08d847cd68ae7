package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

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
    List<JsonNode> items = Fields.items(page, "items");
    return slipway.show(
        page,
        () ->
            items.isEmpty()
                ? "There is no environment. The first route that names one makes it.\n"
                : table(items));
  }

  @Command(
      name = "show",
      description = "An environment as it is now.",
      mixinStandardHelpOptions = true)
  int show(@Parameters(paramLabel = "NAME", description = "Such as production.") String name) {
    JsonNode one = slipway.server().ask(Request.get("environments", name));
    return slipway.show(one, () -> table(List.of(one)));
  }

  private String table(List<JsonNode> items) {
    Table table = new Table("ENVIRONMENT", "GROUP", "TARGETS", "LABELS", "QUEUE", "");
    for (JsonNode one : items) {
      table.row(
          Fields.text(one, "name"),
          Fields.found(one, "group").orElse(""),
          Fields.joined(one, "targets", ", "),
          Reaches.labels(one),
          Fields.text(one, "queue"),
          marks(one));
    }
    return table.render(slipway.colours());
  }

  private static String marks(JsonNode one) {
    return Stream.of("implicit", "asksToConfirm")
        .filter(mark -> one.path(mark).asBoolean())
        .map(mark -> mark.equals("implicit") ? "implicit" : "protected")
        .collect(Collectors.joining(", "));
  }
}
