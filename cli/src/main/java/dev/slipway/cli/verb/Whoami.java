package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code slipway whoami}. */
@Command(name = "whoami", description = "Whom the credential stands for.")
final class Whoami implements Callable<Integer> {

  private final Slipway slipway;

  Whoami(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    JsonNode who = slipway.server().ask(Request.get("whoami"));
    return slipway.show(who, () -> text(who));
  }

  private String text(JsonNode who) {
    Table table = new Table("ACTOR", "ORGANISATION", "ROLE", "APPLICATION", "ENVIRONMENT");
    for (JsonNode grant : Fields.items(who, "grants")) {
      table.row(
          Fields.text(who, "actor.name"),
          Fields.text(who, "organisation"),
          Fields.text(grant, "role"),
          Fields.found(grant, "scope.application").orElse("all"),
          Fields.found(grant, "scope.environment").orElse("all"));
    }
    return table.render(slipway.colours());
  }
}
