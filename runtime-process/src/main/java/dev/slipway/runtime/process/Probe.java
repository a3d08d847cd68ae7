package dev.slipway.runtime.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a process on the loopback address whether it is healthy. Stateless. */
final class Probe {

  private static final int STATUS_LINE_MAX = 12;

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
      return isGood(socket.getInputStream());
    } catch (IOException e) {
      return false;
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
