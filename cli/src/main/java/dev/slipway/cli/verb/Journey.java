package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.follow.Standing;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Fields;
import java.util.Optional;

/** Looks how far a shipment has come. */
final class Journey {

  private Journey() {}

  /** On all its way. */
  static Standing whole(Server server, String shipment) {
    return Standing.ofShipment(server.ask(Request.get("shipments", shipment)));
  }

  /** At what a deploy was sent to: an environment, or all those of a group. */
  static Standing to(Server server, String shipment, String destination) {
    JsonNode whole = server.ask(Request.get("shipments", shipment));
    boolean one =
        Fields.items(whole, "stops").stream()
            .anyMatch(stop -> destination.equals(Fields.text(stop, "environment")));
    return one ? at(server, whole, destination) : Standing.ofShipment(whole);
  }

  /** At one environment; once it is a delivery there, the delivery says more. */
  static Standing at(Server server, String shipment, String environment) {
    return at(server, server.ask(Request.get("shipments", shipment)), environment);
  }

  private static Standing at(Server server, JsonNode whole, String environment) {
    Standing standing = Standing.ofStop(whole, environment);
    Optional<String> number =
        Fields.items(whole, "stops").stream()
            .filter(stop -> environment.equals(Fields.text(stop, "environment")))
            .findFirst()
            .flatMap(stop -> Fields.found(stop, "number"));
    if (standing.end().isPresent() || number.isEmpty()) {
      return standing;
    }
    Address.Delivery delivery =
        new Address.Delivery(Fields.text(whole, "application"), environment, number.get());
    Standing nearer = Standing.ofDelivery(server.ask(Deliveries.request(delivery)));
    // Whether it has ended is the shipment's word, so that both always agree.
    return new Standing(whole, standing.end(), nearer.percent(), nearer.sentence());
  }
}
