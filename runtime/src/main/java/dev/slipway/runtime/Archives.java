package dev.slipway.runtime;

import dev.slipway.model.Digest;
import java.io.IOException;
import java.io.InputStream;

/** Gives the bytes of artifacts that are on this machine. Thread-safe. */
@FunctionalInterface
public interface Archives {

  /**
   * Opens an archive, whose digest was verified when it came here. The caller closes it.
   *
   * @throws IOException when it is not here or cannot be read
   */
  InputStream open(Digest digest) throws IOException;
}
