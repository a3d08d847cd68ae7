package dev.slipway.ledger.memory;

import dev.slipway.ledger.Presence;
import dev.slipway.ledger.contract.PresenceContract;

class MemoryPresenceTest extends PresenceContract {

  private final Presence presence = new MemoryPresence();

  @Override
  protected Presence presence() {
    return presence;
  }

  @Override
  protected Presence reopened() {
    return presence;
  }
}
