package dev.slipway.codec;

import static dev.slipway.codec.Samples.ALICE;
import static dev.slipway.codec.Samples.NOON;
import static dev.slipway.codec.Samples.PLACE;
import static dev.slipway.codec.Samples.SHIPMENT;
import static dev.slipway.codec.Samples.SHOP;
import static dev.slipway.codec.Samples.STAGING;
import static dev.slipway.codec.Samples.VARIABLES;

import dev.slipway.model.Remark;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Spot;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.LimitPassed;
import dev.slipway.model.entry.RolloutAdmitted;
import dev.slipway.model.entry.ShipmentJoined;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentMoved;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do with queues. */
final class QueueSamples {

  private static final ShipmentId OTHER = new ShipmentId("s-fedcba9876543210");

  static final List<Entry> ENTRIES =
      List.of(
          new ShipmentMoved(PLACE, SHIPMENT, Optional.of(OTHER), ALICE),
          new ShipmentJoined(PLACE, SHIPMENT, OTHER),
          new RolloutAdmitted(Samples.DELIVERY, 2, 3),
          new LimitPassed(Samples.DELIVERY, Optional.of(new Remark("It is urgent.")), ALICE));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "environment-declared-limited",
          new EnvironmentDeclared(Samples.GUARDED.limitedTo(3), new Origin.Implied()),
          "command-received-pass-limit",
          new CommandReceived(
              ALICE, "key 4", new Command.PassLimit(Samples.DELIVERY, Optional.empty())),
          "environment-declared-queued",
          new EnvironmentDeclared(Samples.GUARDED.with(QueuePolicy.BATCH), new Origin.Implied()),
          "command-received-deploy-later",
          new CommandReceived(
              ALICE,
              "key 3",
              new Command.Deploy(
                  SHOP,
                  STAGING,
                  Optional.of("main"),
                  false,
                  VARIABLES,
                  Optional.empty(),
                  Optional.of(NOON))),
          "shipment-made-later",
          new ShipmentMade(
              new Shipment(
                  SHIPMENT,
                  SHOP,
                  Samples.CHANGE,
                  Samples.DEFINITION,
                  List.of(STAGING),
                  new Shipment.MadeBy.Request(ALICE, Optional.empty()),
                  false,
                  VARIABLES,
                  Optional.of(NOON))),
          "shipment-moved-last",
          new ShipmentMoved(PLACE, SHIPMENT, Optional.empty(), ALICE),
          "command-received-move-first",
          moved(new Spot.First()),
          "command-received-move-before",
          moved(new Spot.Before(OTHER)),
          "command-received-move-last",
          moved(new Spot.Last()),
          "command-received-remove-queued",
          new CommandReceived(ALICE, "key 2", new Command.RemoveQueued(PLACE, SHIPMENT)));

  private QueueSamples() {}

  private static Entry moved(Spot to) {
    return new CommandReceived(ALICE, "key 1", new Command.MoveQueued(PLACE, SHIPMENT, to));
  }
}
