package dev.slipway.cli.verb;

import dev.slipway.cli.Exit;
import dev.slipway.cli.Failure;
import dev.slipway.cli.follow.Standing;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Fields;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slipway wait}. */
@Command(
    name = "wait",
    description =
        "Wait until a delivery, made or to come, a shipment, a set or a campaign has ended.")
final class Wait implements Callable<Integer> {

  @Parameters(
      paramLabel = "APP/ENV[#N]|SHIPMENT|SET|CAMPAIGN",
      description = "Such as shop/staging#3; the newest there unless told.")
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
    if (Campaigns.isCampaign(what)) {
      return Campaigns.follow(slipway, what, timeout);
    }
    if (!what.contains("/")) {
      return slipway.follow(server, () -> Journey.whole(server, what), timeout.length());
    }
    if (what.contains("#")) {
      Address.Delivery delivery = Address.Delivery.parse(what);
      return slipway.follow(server, () -> standing(server, delivery), timeout.length());
    }
    Address.Placement at = Address.Placement.parse(what);
    Address.Delivery delivery = newest(server, at);
    int exit = slipway.follow(server, () -> standing(server, delivery), timeout.length());
    if (exit == Exit.CONVERGED.code()) {
      Unshipped.newest(server, at).ifPresent(slipway::remark);
    }
    return exit;
  }

  /** The first one, where there is none yet. */
  private static Address.Delivery newest(Server server, Address.Placement at) {
    Request request =
        Request.get(
            "applications", at.application(), "environments", at.environment(), "deliveries");
    String number =
        Fields.items(server.list(request, 1), "items").stream()
            .findFirst()
            .map(newest -> Fields.text(newest, "number"))
            .orElse("1");
    return new Address.Delivery(at.application(), at.environment(), number);
  }

  /** What is still to be made is waited for, too, wherever its application goes. */
  private static Standing standing(Server server, Address.Delivery delivery) {
    try {
      return Standing.ofDelivery(server.ask(Deliveries.request(delivery)));
    } catch (Failure failure) {
      if (failure.isOfNothing() && goes(server, delivery)) {
        Optional<String> unshipped =
            Unshipped.newest(
                server, new Address.Placement(delivery.application(), delivery.environment()));
        return Standing.toCome(delivery.toString(), unshipped);
      }
      throw failure;
    }
  }

  /** Whoever may see nothing but that environment of an application sees it there. */
  private static boolean goes(Server server, Address.Delivery delivery) {
    try {
      server.ask(
          Request.get(
              "applications", delivery.application(), "environments", delivery.environment()));
      return true;
    } catch (Failure failure) {
      if (failure.isOfNothing()) {
        return false;
      }
      throw failure;
    }
  }
}
