package dev.slipway.wire;

import java.util.Optional;

/** An older shipment that went together with one. */
public record ContainedShipment(String shipment, String sha, Optional<String> ref) {}
