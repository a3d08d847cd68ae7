package dev.slipway.ledger.memory;

import dev.slipway.ledger.Directory;
import dev.slipway.ledger.contract.DirectoryContract;

class MemoryDirectoryTest extends DirectoryContract {

  private final Directory directory = new MemoryDirectory();

  @Override
  protected Directory directory() {
    return directory;
  }
}
