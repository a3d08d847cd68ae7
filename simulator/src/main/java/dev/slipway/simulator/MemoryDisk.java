package dev.slipway.simulator;

import dev.slipway.agent.port.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An agent's journal that outlives the agent. A crash of the machine takes what was not asked to be
 * durable; a full disk takes nothing more.
 */
final class MemoryDisk implements Disk {

  private final List<byte[]> records = new ArrayList<>();
  private int durable;
  private boolean full;

  @Override
  public List<byte[]> read() {
    return List.copyOf(records);
  }

  @Override
  public void append(byte[] entry, boolean isDurable) {
    if (full) {
      throw new UncheckedIOException(new IOException("No space is left on the disk."));
    }
    records.add(entry.clone());
    if (isDurable) {
      durable = records.size();
    }
  }

  @Override
  public void replace(List<byte[]> entries) {
    records.clear();
    records.addAll(entries);
    durable = records.size();
  }

  void full(boolean isFull) {
    full = isFull;
  }

  /** The power fails: what was written since the last durable record is gone. */
  void fail() {
    records.subList(durable, records.size()).clear();
  }
}
