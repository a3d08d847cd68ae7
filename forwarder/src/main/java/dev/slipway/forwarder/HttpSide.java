package dev.slipway.forwarder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, given connections that were accepted elsewhere. */
final class HttpSide {

  private static final int THREADS_MAX = 32;
  private static final int THREADS_MIN = 8;

  private final Server server;
  private final ServerConnector connector;

  private HttpSide(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /** Starts without any connection. */
  static HttpSide start(Passing passing, Limits limits) throws Exception {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX, THREADS_MIN);
    threads.setName("http");
    Server server = new Server(threads);
    server.setHandler(passing);
    ServerConnector connector =
        new ServerConnector(server, 0, 1, new HttpConnectionFactory(configuration(limits)));
    connector.setIdleTimeout(limits.silentMillis());
    server.addConnector(connector);
    // Jetty insists on a door of its own. It gets one that nobody knows, and that closes at once.
    try (ServerSocketChannel unused = ServerSocketChannel.open()) {
      unused.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      connector.open(unused);
      server.start();
      connector.setAccepting(false);
    }
    return new HttpSide(server, connector);
  }

  private static HttpConfiguration configuration(Limits limits) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(false);
    configuration.setRequestHeaderSize(limits.headerBytes());
    configuration.setResponseHeaderSize(limits.headerBytes());
    // What a path means is for the process to say; it is passed on as it came.
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    return configuration;
  }

  void take(SocketChannel client) throws IOException {
    client.configureBlocking(false);
    client.setOption(StandardSocketOptions.TCP_NODELAY, true);
    connector.getSelectorManager().accept(client);
  }

  int connections() {
    return connector.getConnectedEndPoints().size();
  }

  void stop() throws Exception {
    server.stop();
  }
}
