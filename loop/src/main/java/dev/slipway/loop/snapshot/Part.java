package dev.slipway.loop.snapshot;

import dev.slipway.engine.fold.Externals;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.SlotState;
import dev.slipway.engine.fold.World;
import dev.slipway.loop.door.Agents.Enrolled;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.Slot;
import java.util.List;

/** A part of a picture; each is small, however much there is in all. */
public sealed interface Part {

  /** What is folded of the ledger as a whole. */
  record OfLedger(int format, List<Enrolled> agents, List<Enrolled> former) implements Part {
    public OfLedger {
      agents = List.copyOf(agents);
      former = List.copyOf(former);
    }
  }

  /** An organisation's world, without what the parts after it hold. */
  record OfWorld(World world) implements Part {}

  /** Some of the shipments that an organisation ever made. */
  record OfShipments(Organisation organisation, List<ShipmentId> made) implements Part {
    public OfShipments {
      made = List.copyOf(made);
    }
  }

  record OfPlacement(Organisation organisation, Placement placement, PlacementState state)
      implements Part {}

  /** What other tools deployed to a placement. */
  record OfExternals(
      Organisation organisation, Placement placement, Externals.OfPlacement externals)
      implements Part {}

  record OfSlot(Organisation organisation, Slot slot, SlotState state) implements Part {}
}
