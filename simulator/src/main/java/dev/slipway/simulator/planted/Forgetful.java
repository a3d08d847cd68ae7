package dev.slipway.simulator.planted;

import dev.slipway.agent.port.Disk;
import java.util.List;

/** A journal on which nothing is written before it is done, so a crash forgets it. */
record Forgetful(Disk real) implements Disk {

  @Override
  public List<byte[]> read() {
    return real.read();
  }

  @Override
  public void append(byte[] entry, boolean durable) {
    // What should be durable before the effect is what is left out here.
  }

  @Override
  public void replace(List<byte[]> entries) {
    real.replace(entries);
  }
}
