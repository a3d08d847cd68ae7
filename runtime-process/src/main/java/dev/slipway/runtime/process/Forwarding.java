package dev.slipway.runtime.process;

import dev.slipway.forwarder.routes.Routes;
import dev.slipway.model.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

/** How traffic reaches processes. Thread-safe. */
public interface Forwarding {

  /** Whether services have addresses of their own, in front of their processes. */
  boolean hasDoors();

  /**
   * Puts routes into force under a name, and returns when they are.
   *
   * @return why they are not, if they cannot be
   */
  Optional<Reason> route(String name, Routes routes) throws IOException;

  /** Takes the routes of a name away. */
  void unroute(String name) throws IOException;

  /** Whether a draining way of these routes has ended all it had. */
  boolean isIdle(String name, InetSocketAddress way);

  /** Why the routes of a name are not in force now, if they are not. Does not act. */
  Optional<Reason> trouble(String name);

  /** Nobody forwards: a service is found where its process listens. */
  static Forwarding none() {
    return new Straight();
  }

  /** Nobody forwards. */
  record Straight() implements Forwarding {

    @Override
    public boolean hasDoors() {
      return false;
    }

    @Override
    public Optional<Reason> route(String name, Routes routes) {
      return Optional.empty();
    }

    @Override
    public void unroute(String name) {}

    @Override
    public boolean isIdle(String name, InetSocketAddress way) {
      return true;
    }

    @Override
    public Optional<Reason> trouble(String name) {
      return Optional.empty();
    }
  }
}
