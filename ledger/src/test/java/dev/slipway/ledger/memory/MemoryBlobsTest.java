package dev.slipway.ledger.memory;

import dev.slipway.ledger.Blobs;
import dev.slipway.ledger.contract.BlobsContract;

class MemoryBlobsTest extends BlobsContract {

  private final Blobs blobs = new MemoryBlobs();

  @Override
  protected Blobs blobs() {
    return blobs;
  }
}
