package dev.slipway.simulator.planted;

import dev.slipway.agent.port.Disk;
import dev.slipway.agent.port.Secrets;
import dev.slipway.agent.port.Transport;
import dev.slipway.ledger.Blobs;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.Outbox;
import dev.slipway.ledger.Peers;
import dev.slipway.ledger.Timers;
import dev.slipway.loop.door.Events;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.model.Bytes;
import dev.slipway.model.order.Order;
import dev.slipway.runtime.Adapter;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import dev.slipway.source.CommitChecks;
import dev.slipway.source.Deployments;
import dev.slipway.source.ImageRegistries;
import dev.slipway.source.Repository;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

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
    return ofLedger(InLedger::lagging);
  }

  default Ledger ledger(Ledger real, Kernel kernel, Life life) {
    return real;
  }

  /** The turn of the server's loop. */
  default Scheduler scheduler(Scheduler real) {
    return real;
  }

  /** What processes say of themselves. */
  default Peers peers(Peers real) {
    return real;
  }

  /** How far receivers were told. */
  default Outbox outbox(Outbox real) {
    return real;
  }

  /** Within what time a process hears of what was written. */
  default Duration reach(Duration real) {
    return real;
  }

  /** The clock that decisions go by; the ledger has its own. */
  default InstantSource clock(InstantSource real) {
    return real;
  }

  default Function<Order, Bytes> sign(Function<Order, Bytes> real) {
    return real;
  }

  default Timers timers(Timers real) {
    return real;
  }

  default Blobs blobs(Blobs real) {
    return real;
  }

  /** What is found on the server's disk in the end. */
  default List<Bytes> entries(List<Bytes> real) {
    return real;
  }

  default Repository repository(Repository real) {
    return real;
  }

  /** Where checks are read. */
  default CommitChecks checks(CommitChecks real) {
    return real;
  }

  /** Who is asked for deployments. */
  default Deployments deployments(Deployments real) {
    return real;
  }

  /** Which images are meant. */
  default ImageRegistries images(ImageRegistries real) {
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

  default Secrets secrets(Secrets real) {
    return real;
  }

  default Adapter processes(Adapter real) {
    return real;
  }

  default Adapter commands(Adapter real) {
    return real;
  }
}
