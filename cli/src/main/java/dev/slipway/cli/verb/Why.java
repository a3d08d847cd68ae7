package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway why}: the recorded reasons, and what is missing now, decided afresh. */
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
    JsonNode why = server.ask(Request.get(path("why")));
    return slipway.show(why, () -> text(server, why));
  }

  private String text(Server server, JsonNode why) {
    JsonNode placement = server.ask(Request.get(path()));
    Request waiting =
        Request.get("queue")
            .with("application", at.application())
            .with("environment", at.environment());
    JsonNode queue = server.list(waiting, Slipway.WHOLE_LIST);
    return Placements.why(placement, queue, slipway.now())
        + (placement.has("active") ? "" : locks(server))
        + Unmets.text(why, slipway.now());
  }

  /** What is on its way says itself that it waits for a lock. */
  private String locks(Server server) {
    return Locks.ahead(server.list(Request.get("locks"), Slipway.WHOLE_LIST), at);
  }

  private String[] path(String... more) {
    List<String> parts =
        new ArrayList<>(
            List.of("applications", at.application(), "environments", at.environment()));
    parts.addAll(List.of(more));
    return parts.toArray(String[]::new);
  }
}
