package dev.slipway.source;

import dev.slipway.model.Digest;
import java.io.IOException;
import java.io.OutputStream;

/** Where a source puts archives of commits. Thread-safe. */
public interface ArchiveStore {

  Digest keep(Content content) throws IOException;

  boolean has(Digest digest);

  /** Writes one archive. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
