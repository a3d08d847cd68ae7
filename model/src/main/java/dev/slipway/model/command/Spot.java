package dev.slipway.model.command;

import dev.slipway.model.ShipmentId;

/** Where in a queue. */
public sealed interface Spot {

  /** Before all that people may order; rollbacks go first in any case. */
  record First() implements Spot {}

  /** Right before another one that waits. */
  record Before(ShipmentId shipment) implements Spot {}

  record Last() implements Spot {}
}
