package dev.slipway.ledger.memory;

import dev.slipway.ledger.Logs;
import dev.slipway.ledger.contract.LogsContract;
import java.time.InstantSource;

class MemoryLogsTest extends LogsContract {

  private final Logs logs = new MemoryLogs(InstantSource.system());

  @Override
  protected Logs logs() {
    return logs;
  }
}
