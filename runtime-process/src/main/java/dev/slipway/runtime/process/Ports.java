package dev.slipway.runtime.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds free ports on the loopback address. Stateless. */
final class Ports {

  private Ports() {}

  /**
   * A free port: the one that is wished for, so that a service keeps its address, or any.
   *
   * @param wish 0 for none
   */
  static int free(int wish) throws IOException {
    try {
      return bound(wish);
    } catch (IOException e) {
      return bound(0);
    }
  }

  private static int bound(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      // A port that only its closing connections still use may be refused to the service.
      socket.setReuseAddress(false);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getLocalPort();
    }
  }
}
