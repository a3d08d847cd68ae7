package dev.slipway.ledger.memory;

import dev.slipway.ledger.Outbox;
import dev.slipway.ledger.contract.OutboxContract;

class MemoryOutboxTest extends OutboxContract {

  private final Outbox outbox = new MemoryOutbox();

  @Override
  protected Outbox outbox() {
    return outbox;
  }

  @Override
  protected Outbox reopened() {
    return outbox;
  }
}
