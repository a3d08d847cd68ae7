package dev.slipway.simulator;

import dev.slipway.agent.port.Disk;
import java.util.ArrayList;
import java.util.List;

/** An agent's journal that outlives the agent. */
final class MemoryDisk implements Disk {

  private final List<byte[]> records = new ArrayList<>();

  @Override
  public List<byte[]> read() {
    return List.copyOf(records);
  }

  @Override
  public void append(byte[] entry, boolean durable) {
    records.add(entry.clone());
  }

  @Override
  public void replace(List<byte[]> entries) {
    records.clear();
    records.addAll(entries);
  }
}
