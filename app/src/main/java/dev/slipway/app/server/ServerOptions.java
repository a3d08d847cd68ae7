package dev.slipway.app.server;

import dev.slipway.ledger.Logs;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * How a server is started.
 *
 * @param listen port 0 means any free one
 * @param pollInterval how often repositories are looked at when no webhook comes
 * @param logs how long logs are kept, and how much of all together
 */
public record ServerOptions(
    DataFolder data, InetSocketAddress listen, Duration pollInterval, Logs.Keeping logs) {

  /** With logs kept as long as usual. */
  public ServerOptions(DataFolder data, InetSocketAddress listen, Duration pollInterval) {
    this(data, listen, pollInterval, Logs.Keeping.STANDARD);
  }

  /** The host as it stands in a URL. */
  String hostText() {
    String host = listen.getHostString();
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
