package dev.slipway.agent.port;

import dev.slipway.model.Digest;
import dev.slipway.runtime.Archives;
import java.io.IOException;
import java.io.InputStream;

/** The artifacts that are on this machine. Thread-safe. */
public interface ArchiveStore extends Archives {

  boolean has(Digest digest);

  /**
   * Keeps bytes.
   *
   * @throws IOException when they have another digest, or cannot be written; nothing is kept then
   */
  void keep(Digest digest, InputStream content) throws IOException;
}
