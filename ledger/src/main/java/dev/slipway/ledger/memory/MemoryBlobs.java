package dev.slipway.ledger.memory;

import dev.slipway.codec.Digests;
import dev.slipway.ledger.Blobs;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Blobs in a map. Thread-safe. */
public final class MemoryBlobs implements Blobs {

  private final Map<Digest, Bytes> kept = new ConcurrentHashMap<>();

  @Override
  public Digest keep(Content content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    content.writeTo(out);
    Digest digest = Digests.sha256(out.toByteArray());
    kept.put(digest, Bytes.of(out.toByteArray()));
    return digest;
  }

  @Override
  public Optional<InputStream> open(Digest digest) {
    return Optional.ofNullable(kept.get(digest))
        .map(bytes -> new ByteArrayInputStream(bytes.toArray()));
  }

  @Override
  public boolean has(Digest digest) {
    return kept.containsKey(digest);
  }
}
