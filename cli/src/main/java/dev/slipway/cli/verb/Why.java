package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway why}: the recorded reasons. */
@Command(name = "why", description = "Why an application in an environment is as it is.")
final class Why implements Callable<Integer> {

  @Parameters(
      paramLabel = "APP/ENV",
      converter = Address.OfPlacement.class,
      description = "Such as shop/staging.")
  private Address.Placement at;

  private final Slipway slipway;

  Why(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    Server server = slipway.server();
    JsonNode placement =
        server.ask(Request.get("applications", at.application(), "environments", at.environment()));
    Request waiting =
        Request.get("queue")
            .with("application", at.application())
            .with("environment", at.environment());
    JsonNode queue = server.list(waiting, Slipway.WHOLE_LIST);
    return slipway.show(placement, () -> Placements.why(placement, queue, slipway.now()));
  }
}
