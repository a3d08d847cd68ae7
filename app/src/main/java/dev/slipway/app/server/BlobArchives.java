package dev.slipway.app.server;

import dev.slipway.ledger.Blobs;
import dev.slipway.model.Digest;
import dev.slipway.source.ArchiveStore;
import java.io.IOException;

/** Lets sources put archives of commits among the blobs. */
record BlobArchives(Blobs blobs) implements ArchiveStore {

  @Override
  public Digest keep(Content content) throws IOException {
    return blobs.keep(content::writeTo);
  }

  @Override
  public boolean has(Digest digest) {
    return blobs.has(digest);
  }
}
