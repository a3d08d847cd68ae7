package dev.slipway.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Stands between a name and the connection: a name is resolved once, each of its addresses has to
 * be allowed, and one of those that were looked at is connected to, whatever the name means a
 * moment later. Thread-safe.
 */
final class Guard implements SocketAddressResolver {

  private final Names names;
  private final Reach reach;
  private final Executor threads;

  /**
   * @param threads where it may take long to resolve
   */
  Guard(Names names, Reach reach, Executor threads) {
    this.names = names;
    this.reach = reach;
    this.threads = threads;
  }

  @Override
  public void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> promise) {
    threads.execute(() -> {
      try {
        promise.succeeded(checked(bare(host), port));
      } catch (NotAllowed | UnknownHostException | RuntimeException e) {
        promise.failed(e);
      }
    });
  }

  private List<InetSocketAddress> checked(String host, int port)
      throws NotAllowed, UnknownHostException {
    List<InetAddress> addresses = names.addresses(host);
    if (addresses.isEmpty()) {
      throw new UnknownHostException(host);
    }
    for (InetAddress address : addresses) {
      if (!reach.allows(host, address)) {
        throw new NotAllowed(
            "address-not-allowed",
            "'"
                + host
                + "' is at an address that is not everybody's. Name another host, or have the"
                + " server's administrator list it: slipway up --reach "
                + host
                + ".");
      }
    }
    return addresses.stream().map(address -> new InetSocketAddress(address, port)).toList();
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
