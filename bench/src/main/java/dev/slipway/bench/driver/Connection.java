package dev.slipway.bench.driver;

import dev.slipway.bench.BenchFailed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One kept HTTP/1.1 connection on a bare socket, so that the driver adds little to what it
 * measures. It understands answers with a length or in chunks. Not thread-safe.
 */
public final class Connection implements AutoCloseable {

  private static final int CONNECT_MILLIS_MAX = 1_000;
  private static final int READ_MILLIS_MAX = 30_000;

  private final Socket socket;
  private final InputStream in;
  private final String host;

  /** How much of the present chunk of a stream was not read yet. */
  private int left;

  private Connection(Socket socket, InputStream in, String host) {
    this.socket = socket;
    this.in = in;
    this.host = host;
  }

  /** A status and a body. */
  public record Answer(int status, String body) {}

  public static Connection to(URI address) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(READ_MILLIS_MAX);
      socket.connect(
          new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MILLIS_MAX);
      return new Connection(
          socket, new BufferedInputStream(socket.getInputStream()), address.getAuthority());
    } catch (IOException failure) {
      socket.close();
      throw failure;
    }
  }

  /** Asks, and waits for the whole answer. */
  public Answer ask(String method, String path, Map<String, String> headers, String body)
      throws IOException {
    send(method, path, headers, body);
    int status = status();
    return new Answer(status, body());
  }

  /**
   * Asks for an answer that does not end and comes in chunks; {@link #streamed} gives its lines.
   */
  public void begin(String path, Map<String, String> headers) throws IOException {
    send("GET", path, headers, "");
    int status = status();
    if (status != 200) {
      throw new BenchFailed(path + " answered " + status);
    }
    while (!line().isEmpty()) {
      // The headers of a stream tell nothing that is needed.
    }
  }

  private void send(String method, String path, Map<String, String> headers, String body)
      throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ").append(host);
    headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
    if (!method.equals("GET")) {
      head.append("\r\nContent-Length: ").append(content.length);
    }
    head.append("\r\n\r\n");
    byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] request = new byte[start.length + content.length];
    System.arraycopy(start, 0, request, 0, start.length);
    System.arraycopy(content, 0, request, start.length, content.length);
    socket.getOutputStream().write(request);
  }

  private int status() throws IOException {
    String[] words = line().split(" ", 3);
    if (words.length < 2) {
      throw new IOException("The connection was closed.");
    }
    return Integer.parseInt(words[1]);
  }

  private String body() throws IOException {
    int length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(java.util.Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
    }
    return chunked ? chunks() : text(length);
  }

  private String chunks() throws IOException {
    StringBuilder whole = new StringBuilder();
    int length;
    do {
      length = Integer.parseInt(line().strip(), 16);
      whole.append(text(length));
      line();
    } while (length > 0);
    return whole.toString();
  }

  private String text(int length) throws IOException {
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  /** The next line of a stream, whatever chunks it came in; empty when the stream has ended. */
  public String streamed() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = next(); next >= 0 && next != '\n'; next = next()) {
      line.append((char) next);
    }
    return line.toString();
  }

  private int next() throws IOException {
    if (left == 0) {
      String length = line();
      left = length.isEmpty() ? 0 : Integer.parseInt(length, 16);
    }
    if (left == 0) {
      return -1;
    }
    int next = in.read();
    left--;
    if (left == 0) {
      line();
    }
    return next;
  }

  /** The next line without its end; empty when the other side has closed. */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new BenchFailed("A connection could not be closed", failure);
    }
  }
}
