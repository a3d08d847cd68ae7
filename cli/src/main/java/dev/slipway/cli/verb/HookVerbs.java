package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import dev.slipway.wire.CreateHook;
import dev.slipway.wire.HookKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway hook …}: addresses at which webhooks and events are received. */
@Command(
    name = "hook",
    description = "Addresses for webhooks and events.",
    synopsisSubcommandLabel = "VERB")
public final class HookVerbs {

  private final Slipway slipway;

  public HookVerbs(Slipway slipway) {
    this.slipway = slipway;
  }

  @Command(
      name = "create",
      description = "Open an address; its secret is shown this once.",
      mixinStandardHelpOptions = true)
  int create(
      @Parameters(
              paramLabel = "KIND",
              description = "github, gitlab, gitea (for Forgejo too), registry or events.")
          HookKind kind) {
    Server server = slipway.server();
    JsonNode created = server.ask(Request.post(new CreateHook(kind), "hooks"));
    return slipway.show(
        created,
        () ->
            Visible.of("address  " + server.place().server() + Fields.text(created, "hook.path"))
                + "\n"
                + Visible.of("secret   " + Fields.text(created, "secret"))
                + "\n");
  }

  @Command(
      name = "list",
      description = "The addresses; never their secrets.",
      mixinStandardHelpOptions = true)
  int list() {
    Server server = slipway.server();
    JsonNode page = server.list(Request.get("hooks"), Slipway.WHOLE_LIST);
    return slipway.show(
        page,
        () -> {
          Table table = new Table("HOOK", "KIND", "ADDRESS", "TURNED AWAY", "BECAUSE");
          for (JsonNode one : Fields.items(page, "items")) {
            table.row(
                Fields.text(one, "id"),
                Fields.text(one, "kind"),
                server.place().server() + Fields.text(one, "path"),
                Fields.found(one, "turnedAway.times").orElse("0"),
                Fields.found(one, "turnedAway.code").orElse(""));
          }
          return table.render(slipway.colours());
        });
  }

  @Command(
      name = "remove",
      description = "Close an address at once.",
      mixinStandardHelpOptions = true)
  int remove(@Parameters(paramLabel = "HOOK") String hook) {
    JsonNode answer = slipway.server().ask(Request.delete("hooks", hook));
    return slipway.show(answer, () -> Visible.of("Closed " + hook) + ".\n");
  }
}
