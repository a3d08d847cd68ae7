package dev.slipway.runtime.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Asks a process on the loopback address whether it is healthy. Nothing of the connection is left
 * behind: one that the process still has to close would keep its port from the next one for a
 * minute, and the service would lose its address. Stateless.
 */
final class Probe {

  private static final int STATUS_LINE_MAX = 12;
  private static final int REST_BYTES_MAX = 1 << 20;
  private static final int REST_MILLIS_MAX = 100;

  private Probe() {}

  /** Whether an HTTP GET is answered 2xx or 3xx in time. */
  static boolean isHealthy(int port, String path, Duration within) {
    try (Socket socket = new Socket()) {
      int millis = (int) within.toMillis();
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), millis);
      socket.setSoTimeout(millis);
      OutputStream out = socket.getOutputStream();
      out.write(request(port, path));
      out.flush();
      boolean good = isGood(socket.getInputStream());
      forget(socket);
      return good;
    } catch (IOException e) {
      return false;
    }
  }

  /** Lets the process have its say, and then drops the connection on both sides at once. */
  private static void forget(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.setSoTimeout(REST_MILLIS_MAX);
      long _ = socket.getInputStream().skip(REST_BYTES_MAX);
    } catch (IOException goneOrStillOpen) {
      // The answer is known; what becomes of the connection does not change it.
    }
  }

  private static byte[] request(int port, String path) {
    return ("GET "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nConnection: close\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean isGood(InputStream in) throws IOException {
    String status = new String(in.readNBytes(STATUS_LINE_MAX), StandardCharsets.US_ASCII);
    return status.matches("HTTP/1\\.[01] [23]\\d\\d");
  }
}
