package dev.slipway.agent.port;

import java.util.List;

/**
 * The journal's records. A failure to write is an {@link java.io.UncheckedIOException}, and then
 * the agent must not go on as if it had been written.
 */
public interface Disk {

  /** Every whole record, in order; what a crash left half written at the end is dropped. */
  List<byte[]> read();

  /**
   * Adds a record.
   *
   * @param durable whether it must be on the disk when this returns; otherwise it is with the next
   *     one that must
   */
  void append(byte[] entry, boolean durable);

  /** Puts these records in the place of all there are: wholly or not at all. */
  void replace(List<byte[]> entries);
}
