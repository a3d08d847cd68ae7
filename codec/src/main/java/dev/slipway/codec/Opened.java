package dev.slipway.codec;

import dev.slipway.model.Reason;
import dev.slipway.model.order.Order;

/** What became of opening a signed order. */
public sealed interface Opened {

  /** A trusted key signed exactly this order. */
  record Genuine(Order order) implements Opened {}

  /** Nothing may be done on its word. */
  record Forged(Reason because) implements Opened {}
}
