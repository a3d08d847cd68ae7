package dev.slipway.model.entry;

import dev.slipway.model.state.Shipment;

/** A shipment exists, with everything pinned that it will use. */
public record ShipmentMade(Shipment shipment) implements Entry {}
