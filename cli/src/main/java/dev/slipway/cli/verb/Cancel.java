package dev.slipway.cli.verb;

import dev.slipway.cli.server.Request;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway cancel}. */
@Command(name = "cancel", description = "End a delivery, a shipment or a set that has not arrived.")
final class Cancel implements Callable<Integer> {

  @Parameters(
      paramLabel = "APP/ENV#N|SHIPMENT|SET",
      description = "Such as shop/staging#3; or the id of a shipment or a set, wherever it is.")
  private String what;

  private final Slipway slipway;

  Cancel(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    Request request =
        what.contains("#")
            ? Deliveries.cancel(Address.Delivery.parse(what))
            : ShipSets.isSet(what)
                ? ShipSets.cancel(what)
                : Request.post("shipments", what, "cancel");
    return slipway.wish(request, "Cancelled " + what);
  }
}
