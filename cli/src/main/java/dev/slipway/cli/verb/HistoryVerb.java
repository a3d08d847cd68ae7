package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway history}. */
@Command(
    name = "history",
    description = {
      "What was delivered, or every revision of a document.",
      "Everywhere, of an application, or in one environment of it;",
      "or of an overlay or a policy, with whose word each revision was."
    })
final class HistoryVerb implements Callable<Integer> {

  @Parameters(
      paramLabel = "APP[/ENV]|overlay/NAME|policy/NAME",
      arity = "0..1",
      description = "Default: everything.")
  private Optional<String> where = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "25",
      description = "How many at most. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--external",
      description = "Only what other tools deployed, as it was recorded; of APP/ENV.")
  private boolean external;

  private final Slipway slipway;

  HistoryVerb(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    Server server = slipway.server();
    Optional<Address.Owned> owned = where.flatMap(Address.Owned::parse);
    if (owned.isPresent()) {
      return revisions(server, owned.get());
    }
    if (where.isPresent() && where.get().contains("/")) {
      Address.Placement at = Address.Placement.parse(where.get());
      if (external) {
        JsonNode page = server.list(external(at), limit);
        return slipway.show(page, () -> Externals.table(page, slipway.now(), slipway.colours()));
      }
      Request request =
          Request.get(
              "applications", at.application(), "environments", at.environment(), "deliveries");
      JsonNode page = server.list(request, limit);
      return slipway.show(
          page,
          () -> History.deliveries(page, slipway.now(), slipway.colours()) + byOthers(server, at));
    }
    JsonNode page = server.list(Request.get("shipments").with("application", where), limit);
    return slipway.show(page, () -> History.shipments(page, slipway.now(), slipway.colours()));
  }

  /** What other tools deployed there, below what Slipway did. */
  private String byOthers(Server server, Address.Placement at) {
    JsonNode page = server.list(external(at), limit);
    String table = Externals.table(page, slipway.now(), slipway.colours());
    return table.isEmpty() ? "" : "\n" + table;
  }

  private static Request external(Address.Placement at) {
    return Request.get(
        "applications", at.application(), "environments", at.environment(), "external");
  }

  private int revisions(Server server, Address.Owned owned) {
    JsonNode page = server.list(Request.get(owned.shelf(), owned.name()), limit);
    return slipway.show(
        page,
        () ->
            owned.kind().equals("policy")
                ? Policies.text(page, slipway.now(), slipway.colours())
                : Overlays.text(page, slipway.now(), slipway.colours()));
  }
}
