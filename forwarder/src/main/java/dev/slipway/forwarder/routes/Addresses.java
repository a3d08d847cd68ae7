package dev.slipway.forwarder.routes;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Addresses as texts such as {@code 127.0.0.1:8080} and {@code [::1]:8080}; never a name. */
final class Addresses {

  private static final int PORT_MAX = 65_535;

  private Addresses() {}

  static String text(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }

  static Optional<InetSocketAddress> parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      return Optional.empty();
    }
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      InetAddress host = InetAddress.ofLiteral(text.substring(0, colon));
      return port < 1 || port > PORT_MAX
          ? Optional.empty()
          : Optional.of(new InetSocketAddress(host, port));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
