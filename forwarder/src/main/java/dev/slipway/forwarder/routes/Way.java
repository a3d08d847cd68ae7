package dev.slipway.forwarder.routes;

import java.net.InetSocketAddress;

/**
 * A process behind a door.
 *
 * @param weight its share among the ways of the door, 0 to 1,000,000; of no meaning when draining
 * @param draining whether it gets nothing new, and only ends what it has
 */
public record Way(InetSocketAddress to, int weight, boolean draining) {

  static final int WEIGHT_MAX = 1_000_000;

  public Way {
    if (weight < 0 || weight > WEIGHT_MAX) {
      throw new IllegalArgumentException("A weight lies from 0 to " + WEIGHT_MAX + ".");
    }
  }

  /** One that takes its share of what is new. */
  public static Way open(InetSocketAddress to, int weight) {
    return new Way(to, weight, false);
  }

  /** One that ends what it has. */
  public static Way draining(InetSocketAddress to) {
    return new Way(to, 0, true);
  }
}
