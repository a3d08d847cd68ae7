package dev.slipway.simulator;

import dev.slipway.agent.port.ArchiveStore;
import dev.slipway.codec.Digests;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** The artifacts on a machine. */
final class Shelf implements ArchiveStore {

  private final Map<Digest, Bytes> kept = new HashMap<>();

  @Override
  public boolean has(Digest digest) {
    return kept.containsKey(digest);
  }

  @Override
  public void keep(Digest digest, InputStream content) throws IOException {
    byte[] bytes = content.readAllBytes();
    if (!Digests.sha256(bytes).equals(digest)) {
      throw new IOException("What came has another digest.");
    }
    kept.put(digest, Bytes.of(bytes));
  }

  @Override
  public InputStream open(Digest digest) throws IOException {
    Bytes bytes = kept.get(digest);
    if (bytes == null) {
      throw new IOException("It is not here.");
    }
    return new ByteArrayInputStream(bytes.toArray());
  }
}
