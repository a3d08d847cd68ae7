package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Exit;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway notification …}: who is told of what happens. */
@Command(
    name = "notification",
    description = "Notifications: who is told of what happens, and how that goes.",
    synopsisSubcommandLabel = "VERB")
public final class NotificationVerbs {

  private final Slipway slipway;

  public NotificationVerbs(Slipway slipway) {
    this.slipway = slipway;
  }

  @Command(
      name = "list",
      description = "Who is told of what, and who could not be told.",
      mixinStandardHelpOptions = true)
  int list() {
    JsonNode all = slipway.server().ask(Request.get("notifications"));
    return slipway.show(all, () -> text(all, slipway.now(), slipway.colours()));
  }

  @Command(
      name = "test",
      description = "Send a message that says it is a test.",
      mixinStandardHelpOptions = true)
  int test(
      @Parameters(paramLabel = "NAME", description = "Such as shop-team.") String notification) {
    JsonNode tested = slipway.server().ask(Request.post("notifications", notification, "test"));
    boolean delivered = tested.path("delivered").asBoolean();
    int shown =
        slipway.show(
            tested,
            () ->
                delivered
                    ? "It was delivered.\n"
                    : "It was not delivered: " + Fields.text(tested, "because") + "\n");
    return delivered ? shown : Exit.FAILED.code();
  }

  @Command(
      name = "remove",
      description = "Tell nobody anything any more under this name.",
      mixinStandardHelpOptions = true)
  int remove(@Parameters(paramLabel = "NAME") String notification) {
    return slipway.wish(Request.delete("notifications", notification), "Removed");
  }

  private static String text(JsonNode all, Instant now, boolean colours) {
    if (Fields.items(all, "items").isEmpty()) {
      return "Nobody is told of anything.\n";
    }
    Table table =
        new Table("NOTIFICATION", "FOR", "EVENTS", "BY", "STATE", "OWED", "LAST", "FAILURE");
    for (JsonNode one : Fields.items(all, "items")) {
      table.row(
          Fields.text(one, "name"),
          Reaches.text(one.path("reach")),
          Fields.joined(one, "events", ", "),
          Fields.text(one, "outlet") + Fields.found(one, "to").map(to -> " " + to).orElse(""),
          Fields.text(one, "state"),
          Fields.text(one, "owed") + leftOut(one),
          Fields.found(one, "lastSent").map(at -> Ages.of(at, now)).orElse(""),
          Fields.found(one, "failure").orElse(""));
    }
    return table.render(colours);
  }

  private static String leftOut(JsonNode one) {
    int messages = one.path("leftOut").asInt();
    return messages == 0 ? "" : " (" + messages + " left out)";
  }
}
