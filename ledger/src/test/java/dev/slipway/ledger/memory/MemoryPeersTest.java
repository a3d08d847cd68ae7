package dev.slipway.ledger.memory;

import dev.slipway.ledger.Peers;
import dev.slipway.ledger.contract.PeersContract;

class MemoryPeersTest extends PeersContract {

  private final MemoryPeers peers = new MemoryPeers();

  @Override
  protected Peers peers() {
    return peers;
  }
}
