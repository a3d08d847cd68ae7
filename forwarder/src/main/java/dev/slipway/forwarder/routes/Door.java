package dev.slipway.forwarder.routes;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * An address of a service, and the processes behind it.
 *
 * @param ways at most 1000; none means that the service is not there
 */
public record Door(InetSocketAddress address, Traffic traffic, List<Way> ways) {

  static final int WAYS_MAX = 1000;

  public Door {
    ways = List.copyOf(ways);
    if (ways.size() > WAYS_MAX) {
      throw new IllegalArgumentException("A door has at most " + WAYS_MAX + " ways.");
    }
  }
}
