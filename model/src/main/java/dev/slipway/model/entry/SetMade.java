package dev.slipway.model.entry;

import dev.slipway.model.state.ShipSet;

/** Several shipments are delivered as one; they are made right after this. */
public record SetMade(ShipSet set) implements Entry {}
