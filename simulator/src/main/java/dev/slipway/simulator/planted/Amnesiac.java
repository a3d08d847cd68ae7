package dev.slipway.simulator.planted;

import dev.slipway.agent.port.Disk;
import java.util.List;

/** A journal that is empty whenever somebody reads it, so every order is the first. */
record Amnesiac(Disk real) implements Disk {

  @Override
  public List<byte[]> read() {
    return List.of();
  }

  @Override
  public void append(byte[] entry, boolean durable) {
    real.append(entry, durable);
  }

  @Override
  public void replace(List<byte[]> entries) {
    real.replace(entries);
  }
}
