package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code slipway sets}. */
@Command(name = "sets", description = "What was delivered as one, the newest first.")
final class SetsVerb implements Callable<Integer> {

  private final Slipway slipway;

  SetsVerb(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    JsonNode page = slipway.server().list(Request.get("sets"), Slipway.WHOLE_LIST);
    return slipway.show(page, () -> ShipSets.list(page, slipway.now(), slipway.colours()));
  }
}
