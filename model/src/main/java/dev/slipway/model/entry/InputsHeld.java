package dev.slipway.model.entry;

import dev.slipway.model.Placement;
import dev.slipway.model.state.Hold;

/** A rollback keeps something away from here from now on. */
public record InputsHeld(Placement placement, Hold hold) implements Entry {}
