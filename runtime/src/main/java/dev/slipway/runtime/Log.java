package dev.slipway.runtime;

import dev.slipway.model.Fence;
import dev.slipway.model.ServiceName;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What something that an adapter started has written so far.
 *
 * @param fence of the work for which it was started
 * @param instance tells it from all else that was started for the same service and fence; has the
 *     characters of a name
 * @param written the bytes
 * @param ended whether nothing more will come; looked at before the bytes are
 */
public record Log(
    Fence fence, ServiceName service, String instance, Written written, boolean ended) {

  /**
   * Bytes that are added to at their end, and may be given up from their beginning. What is at an
   * offset stays there. Thread-safe.
   */
  public interface Written {

    /** The first byte that is still here. */
    long first() throws IOException;

    /** How many bytes there ever were. */
    long end() throws IOException;

    /**
     * Reads what is there from an offset on into {@code into}, as much as fits. What lies before
     * {@link #first} reads as anything; so look at that afterwards.
     */
    void read(long offset, ByteBuffer into) throws IOException;
  }
}
