package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway show}. */
@Command(
    name = "show",
    description = "A delivery with its steps and reasons, or a shipment or a set with its way.")
final class Show implements Callable<Integer> {

  @Parameters(paramLabel = "APP/ENV#N|SHIPMENT|SET", description = "Such as shop/staging#3.")
  private String what;

  private final Slipway slipway;

  Show(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    Server server = slipway.server();
    if (what.contains("/")) {
      JsonNode one = server.ask(Deliveries.request(Address.Delivery.parse(what)));
      return slipway.show(one, () -> Deliveries.text(one, slipway.now(), slipway.colours()));
    }
    if (ShipSets.isSet(what)) {
      JsonNode set = server.ask(ShipSets.get(what));
      return slipway.show(set, () -> ShipSets.text(set, slipway.now(), slipway.colours()));
    }
    JsonNode one = server.ask(Request.get("shipments", what));
    return slipway.show(one, () -> History.shipment(one, slipway.now(), slipway.colours()));
  }
}
