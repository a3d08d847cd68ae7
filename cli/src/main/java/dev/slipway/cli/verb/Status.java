package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slipway status}. */
@Command(name = "status", description = "What runs where, and whether the line is stopped.")
final class Status implements Callable<Integer> {

  @Option(names = "--app", paramLabel = "APP", description = "Only of this application.")
  private Optional<String> application = Optional.empty();

  @Option(names = "--env", paramLabel = "ENV", description = "Only in this environment.")
  private Optional<String> environment = Optional.empty();

  private final Slipway slipway;

  Status(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    Request request =
        Request.get("placements").with("application", application).with("environment", environment);
    Server server = slipway.server();
    JsonNode page = server.list(request, Slipway.WHOLE_LIST);
    return slipway.show(page, () -> text(server, page));
  }

  private String text(Server server, JsonNode page) {
    JsonNode locks = server.list(Request.get("locks"), Slipway.WHOLE_LIST);
    return Locks.banner(locks, slipway.now())
        + Placements.table(page, slipway.now(), slipway.colours());
  }
}
