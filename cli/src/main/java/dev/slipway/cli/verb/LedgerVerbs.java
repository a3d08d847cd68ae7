package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway ledger …}: what is written down. {@code verify} runs where the ledger lies. */
@Command(
    name = "ledger",
    description = "What is written down; 'ledger verify' runs on the server's machine.",
    synopsisSubcommandLabel = "VERB")
public final class LedgerVerbs {

  private final Slipway slipway;

  public LedgerVerbs(Slipway slipway) {
    this.slipway = slipway;
  }

  @Command(name = "entry", description = "One entry, whole.", mixinStandardHelpOptions = true)
  int entry(@Parameters(paramLabel = "POSITION") long position) {
    JsonNode detail = slipway.server().ask(Request.get("entries", String.valueOf(position)));
    return slipway.show(
        detail,
        () ->
            Visible.of(
                    "%s %s at %s by %s in %s%s"
                        .formatted(
                            Fields.text(detail, "entry.position"),
                            Fields.text(detail, "entry.type"),
                            Fields.text(detail, "entry.at"),
                            Fields.text(detail, "entry.actor.name"),
                            Fields.text(detail, "entry.stream"),
                            Fields.found(detail, "entry.cause")
                                .map(cause -> ", caused by " + cause)
                                .orElse("")))
                + "\n"
                + Visible.of(Fields.text(detail, "entry.summary"))
                + "\n"
                + slipway.pretty(detail.path("payload")));
  }
}
