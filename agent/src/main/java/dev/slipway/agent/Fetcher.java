package dev.slipway.agent;

import dev.slipway.model.order.OrderBody;

/** Fetches the artifacts of an order, however long it takes, and then says so. */
@FunctionalInterface
interface Fetcher {
  void fetch(OrderBody order, Arrival arrival);
}
