package dev.slipway.forwarder;

import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that requests are given to, with what it is busy with. Thread-safe.
 *
 * <p>Taking counts first and looks at {@link #draining} then; draining is set first and the count
 * looked at then. So whoever drains sees each request that was given, or the request sees that it
 * must go elsewhere.
 */
final class Upstream {

  private final InetSocketAddress address;
  private final Runnable idle;
  private final AtomicInteger busy = new AtomicInteger();
  private volatile boolean draining;

  /**
   * Starts without anything to do.
   *
   * @param idle is run whenever it has ended the last of what it had while draining
   */
  Upstream(InetSocketAddress address, Runnable idle) {
    this.address = address;
    this.idle = idle;
  }

  InetSocketAddress address() {
    return address;
  }

  /** Gives it one thing more to do, or says that it takes nothing new. */
  boolean take() {
    busy.incrementAndGet();
    if (draining) {
      release();
      return false;
    }
    return true;
  }

  /** One thing that it took has ended. */
  void release() {
    if (busy.decrementAndGet() == 0 && draining) {
      idle.run();
    }
  }

  void draining(boolean now) {
    draining = now;
  }

  boolean isIdle() {
    return busy.get() == 0;
  }
}
