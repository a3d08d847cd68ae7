package dev.slipway.ledger.memory;

import dev.slipway.ledger.Timers;
import dev.slipway.ledger.contract.TimersContract;

class MemoryTimersTest extends TimersContract {

  private final Timers timers = new MemoryTimers();

  @Override
  protected Timers timers() {
    return timers;
  }

  @Override
  protected Timers reopened() {
    return timers;
  }
}
