package dev.slipway.ledger.memory;

import dev.slipway.ledger.HeldOrders;
import dev.slipway.ledger.contract.HeldOrdersContract;

class MemoryHeldOrdersTest extends HeldOrdersContract {

  private final MemoryHeldOrders heldOrders = new MemoryHeldOrders();

  @Override
  protected HeldOrders heldOrders() {
    return heldOrders;
  }
}
