package dev.slipway.ledger.memory;

import dev.slipway.ledger.InboxBodies;
import dev.slipway.ledger.contract.InboxBodiesContract;

class MemoryInboxBodiesTest extends InboxBodiesContract {

  private final InboxBodies bodies = new MemoryInboxBodies();

  @Override
  protected InboxBodies bodies() {
    return bodies;
  }

  @Override
  protected InboxBodies reopened() {
    return bodies;
  }
}
