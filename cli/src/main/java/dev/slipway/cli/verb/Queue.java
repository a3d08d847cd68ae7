package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slipway queue}. */
@Command(name = "queue", description = "Who waits where, and for what.")
final class Queue implements Callable<Integer> {

  @Option(names = "--app", paramLabel = "APP", description = "Only of this application.")
  private Optional<String> application = Optional.empty();

  @Option(names = "--env", paramLabel = "ENV", description = "Only in this environment.")
  private Optional<String> environment = Optional.empty();

  private final Slipway slipway;

  Queue(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    Request request =
        Request.get("queue").with("application", application).with("environment", environment);
    JsonNode page = slipway.server().list(request, Slipway.WHOLE_LIST);
    return slipway.show(page, () -> Placements.queue(page, slipway.now(), slipway.colours()));
  }
}
