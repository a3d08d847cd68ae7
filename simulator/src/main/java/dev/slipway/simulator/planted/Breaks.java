package dev.slipway.simulator.planted;

import dev.slipway.agent.port.Disk;
import dev.slipway.agent.port.Transport;
import dev.slipway.ledger.Ledger;
import dev.slipway.loop.door.Events;
import dev.slipway.runtime.Adapter;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import dev.slipway.source.Repository;

/** Where a break can be planted: around each port. By default everything is whole. */
public interface Breaks {

  /** Nothing is broken. */
  Breaks NONE = new Breaks() {};

  /** What is planted around the ledger. */
  @FunctionalInterface
  interface OnLedger {
    Ledger of(Ledger real, Kernel kernel, Life life);
  }

  static Breaks ofLedger(OnLedger broken) {
    return new Breaks() {
      @Override
      public Ledger ledger(Ledger real, Kernel kernel, Life life) {
        return broken.of(real, kernel, life);
      }
    };
  }

  /** What is hard and must be survived: a fold that lags behind, with the guards in place. */
  static Breaks laggingFold() {
    return ofLedger(OnServer::lagging);
  }

  default Ledger ledger(Ledger real, Kernel kernel, Life life) {
    return real;
  }

  default Repository repository(Repository real) {
    return real;
  }

  default Events events(Events real, Kernel kernel, Life life) {
    return real;
  }

  default Disk disk(Disk real) {
    return real;
  }

  default Transport transport(Transport real, Kernel kernel) {
    return real;
  }

  default Adapter processes(Adapter real) {
    return real;
  }

  default Adapter commands(Adapter real) {
    return real;
  }
}
