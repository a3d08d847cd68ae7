package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway events}. */
@Command(
    name = "events",
    description = "Events received, or one of them with what each trigger said.")
final class Events implements Callable<Integer> {

  @Parameters(paramLabel = "POSITION", arity = "0..1", description = "Default: the newest.")
  private Optional<Long> position = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "25",
      description = "How many at most. Default: ${DEFAULT-VALUE}.")
  private int limit;

  private final Slipway slipway;

  Events(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    Server server = slipway.server();
    if (position.isPresent()) {
      JsonNode one = server.ask(Request.get("events", String.valueOf(position.get())));
      return slipway.show(one, () -> History.event(one, slipway.now(), slipway.colours()));
    }
    JsonNode page = server.list(Request.get("events"), limit);
    return slipway.show(page, () -> History.events(page, slipway.now(), slipway.colours()));
  }
}
