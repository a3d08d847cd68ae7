package dev.slipway.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Downloads something over a slow line, which takes longer than a right is believed in. */
final class SlowReader implements AutoCloseable {

  private static final int WINDOW = 64 << 10;
  private static final Duration PAUSE = Duration.ofMillis(10);

  private final Socket socket;
  private final byte[] block = new byte[WINDOW];
  private long total;
  private boolean brokenOff;

  private SlowReader(Socket socket) {
    this.socket = socket;
  }

  static SlowReader of(House house, String path, String token) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(WINDOW);
    socket.setSoTimeout(8_000);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), house.server.port()));
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + token
            + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return new SlowReader(socket);
  }

  /** Reads a little; -1 at the end. */
  int read() throws IOException {
    int count = socket.getInputStream().read(block);
    total += Math.max(0, count);
    return count;
  }

  /** Reads on slowly until the end, however that comes; how much it was in all. */
  long rest() {
    try {
      while (read() >= 0) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      brokenOff = true;
    } catch (SocketTimeoutException _) {
      // The connection stays open, as after an answer that was whole.
    } catch (IOException _) {
      brokenOff = true;
    }
    return total;
  }

  /** Whether the connection ended with it. */
  boolean isBrokenOff() {
    return brokenOff;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
