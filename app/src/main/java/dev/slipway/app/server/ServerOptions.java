package dev.slipway.app.server;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * How a server is started.
 *
 * @param listen port 0 means any free one
 * @param pollInterval how often repositories are looked at when no webhook comes
 */
public record ServerOptions(DataFolder data, InetSocketAddress listen, Duration pollInterval) {

  /** The host as it stands in a URL. */
  String hostText() {
    String host = listen.getHostString();
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
