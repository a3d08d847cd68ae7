package dev.slipway.http.gate;

import dev.slipway.http.Refusal;
import java.util.Locale;
import java.util.Set;

/**
 * On a loopback address only loopback names are answered: another site's name that was made to
 * resolve to this machine is not one.
 */
public final class Hosts {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final boolean loopbackOnly;

  public Hosts(String listeningHost) {
    loopbackOnly = LOOPBACK.contains(listeningHost) || listeningHost.equals("::1");
  }

  public void check(Exchange exchange) {
    String host = exchange.header("Host").orElse("");
    if (loopbackOnly && !LOOPBACK.contains(withoutPort(host).toLowerCase(Locale.ROOT))) {
      throw Refusal.of(421, "host-not-served", "This server answers to localhost only.");
    }
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }
}
