package dev.slipway.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Which addresses belong to everybody's network, and to nobody's own. Stateless. */
final class Addresses {

  /** What is not everybody's, of all addresses of four bytes. */
  private static final List<Network> OWN_V4 =
      networks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** The only addresses of sixteen bytes that are everybody's … */
  private static final Network GLOBAL_V6 = Network.of("2000::/3");

  /** … and what of them is not: special uses, Teredo, examples, and 6to4, which hides another. */
  private static final List<Network> OWN_V6 =
      networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  /** Behind this prefix stands an address of four bytes, which is the one that is reached. */
  private static final Network TRANSLATED = Network.of("64:ff9b::/96");

  private static final int V4_BYTES = 4;

  private Addresses() {}

  static boolean isEverybodys(InetAddress address) {
    if (address instanceof Inet4Address) {
      return OWN_V4.stream().noneMatch(own -> own.holds(address));
    }
    if (TRANSLATED.holds(address)) {
      return isEverybodys(last4(address));
    }
    return GLOBAL_V6.holds(address) && OWN_V6.stream().noneMatch(own -> own.holds(address));
  }

  private static InetAddress last4(InetAddress address) {
    byte[] all = address.getAddress();
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(all, all.length - V4_BYTES, all.length));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<Network> networks(String... networks) {
    return Arrays.stream(networks).map(Network::of).toList();
  }
}
