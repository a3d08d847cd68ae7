package dev.slipway.source.git;

import dev.slipway.model.Digest;
import dev.slipway.source.ArchiveStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps archives in memory, and counts how often one was made. */
final class Shelf implements ArchiveStore {

  final AtomicInteger made = new AtomicInteger();
  private final Map<Digest, byte[]> archives = new ConcurrentHashMap<>();

  @Override
  public Digest keep(Content content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    content.writeTo(out);
    made.incrementAndGet();
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
      Digest digest = Digest.ofHex(HexFormat.of().formatHex(hash));
      archives.put(digest, out.toByteArray());
      return digest;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean has(Digest digest) {
    return archives.containsKey(digest);
  }

  byte[] get(Digest digest) {
    return Objects.requireNonNull(archives.get(digest));
  }

  void clear() {
    archives.clear();
  }
}
