package dev.slipway.codec;

import static dev.slipway.codec.Samples.ALICE;
import static dev.slipway.codec.Samples.SHOP;
import static dev.slipway.codec.Samples.STAGING;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Reason;
import dev.slipway.model.SetId;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.Cargo;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.SetEnded;
import dev.slipway.model.entry.SetMade;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.state.ShipSet;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is written of applications that are delivered as one. */
final class SetSamples {

  private static final ApplicationName BILLING = new ApplicationName("billing");
  private static final SetId SET = new SetId("set-0123456789abcdef");

  static final List<Entry> ENTRIES =
      List.of(
          new SetMade(set(Optional.empty())),
          new SetEnded(
              SET, SetEnded.End.FAILED, new Reason("broken", "billing/staging#3 ended: No luck.")));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "set-made-undoing",
          new SetMade(set(Optional.of(new SetId("set-fedcba9876543210")))),
          "command-received-ship",
          received(
              new Command.Ship(
                  List.of(
                      new Cargo(SHOP, Optional.of("main")), new Cargo(BILLING, Optional.empty())),
                  List.of(STAGING),
                  OnFailure.ROLLBACK,
                  List.of(STAGING))),
          "command-received-cancel-set",
          received(new Command.CancelSet(SET)),
          "command-received-rollback-set",
          received(new Command.RollbackSet(SET, Optional.of(STAGING), Optional.empty())),
          "shipment-made-within",
          new ShipmentMade(
              new Shipment(
                      Samples.SHIPMENT,
                      SHOP,
                      Samples.CHANGE,
                      Samples.DEFINITION,
                      List.of(STAGING),
                      new Shipment.MadeBy.Request(ALICE, Optional.empty()),
                      false,
                      Samples.VARIABLES)
                  .within(SET)));

  private SetSamples() {}

  private static ShipSet set(Optional<SetId> undoes) {
    return new ShipSet(
        SET,
        List.of(
            new ShipSet.Member(BILLING, new ShipmentId("s-fedcba9876543210"), List.of()),
            new ShipSet.Member(SHOP, Samples.SHIPMENT, List.of(BILLING))),
        List.of(STAGING),
        OnFailure.ROLLBACK,
        ALICE,
        undoes);
  }

  private static Entry received(Command command) {
    return new CommandReceived(ALICE, "key 6", command);
  }
}
