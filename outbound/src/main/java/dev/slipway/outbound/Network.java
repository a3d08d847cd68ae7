package dev.slipway.outbound;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Addresses that begin alike.
 *
 * @param address any of them
 * @param bits how many of the first bits are the same
 */
public record Network(InetAddress address, int bits) {

  /** Reads {@code 10.0.0.0/8} or a single address; empty where it is neither. */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    return Literals.parse(address)
        .flatMap(read -> {
          int all = read.getAddress().length * Byte.SIZE;
          return slash < 0
              ? Optional.of(new Network(read, all))
              : bits(text.substring(slash + 1), all).map(bits -> new Network(read, bits));
        });
  }

  static Network of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  private static Optional<Integer> bits(String text, int all) {
    if (!text.matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(text)).filter(bits -> bits <= all);
  }

  /** Whether an address of the same family begins like this. */
  boolean holds(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] theirs = other.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((mine[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return address.getHostAddress() + "/" + bits;
  }
}
