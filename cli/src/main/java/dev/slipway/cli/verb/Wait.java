package dev.slipway.cli.verb;

import dev.slipway.cli.follow.Standing;
import dev.slipway.cli.server.Server;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slipway wait}. */
@Command(name = "wait", description = "Wait until a delivery, a shipment or a set has ended.")
final class Wait implements Callable<Integer> {

  @Parameters(paramLabel = "APP/ENV#N|SHIPMENT|SET", description = "Such as shop/staging#3.")
  private String what;

  @Mixin private Timeout timeout;

  private final Slipway slipway;

  Wait(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    Server server = slipway.server();
    if (ShipSets.isSet(what)) {
      return ShipSets.follow(slipway, what, timeout);
    }
    if (!what.contains("/")) {
      return slipway.follow(server, () -> Journey.whole(server, what), timeout.length());
    }
    Address.Delivery delivery = Address.Delivery.parse(what);
    return slipway.follow(
        server,
        () -> Standing.ofDelivery(server.ask(Deliveries.request(delivery))),
        timeout.length());
  }
}
