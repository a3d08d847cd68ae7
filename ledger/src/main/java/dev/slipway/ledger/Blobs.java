package dev.slipway.ledger;

import dev.slipway.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Bytes by their SHA-256. Thread-safe; what was kept is durable when the method returns. */
public interface Blobs {

  /**
   * Keeps what {@code content} writes, and returns its digest. Keeping the same bytes again is a
   * no-op.
   */
  Digest keep(Content content) throws IOException;

  /**
   * The bytes of a digest, verified while they are read; empty when they are not here. The caller
   * closes the stream.
   */
  Optional<InputStream> open(Digest digest) throws IOException;

  boolean has(Digest digest);

  /** Writes the bytes of one blob. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
