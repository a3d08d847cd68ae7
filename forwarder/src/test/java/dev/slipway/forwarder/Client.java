package dev.slipway.forwarder;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** One connection of a client that says exactly what it is told to, and never tries again. */
final class Client implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;

  Client(InetSocketAddress door) throws IOException {
    socket = new Socket(door.getAddress(), door.getPort());
    socket.setSoTimeout(20_000);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  record Answer(int status, SortedMap<String, String> headers, String body) {}

  Answer get(String path) throws IOException {
    return say("GET " + path + " HTTP/1.1\r\nHost: shop.test\r\n\r\n");
  }

  Answer say(String request) throws IOException {
    send(request);
    return answer();
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Answer answer() throws IOException {
    int status = Integer.parseInt(line().split(" ", -1)[1]);
    SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    if (headers.containsKey("Content-Length")) {
      int length = Integer.parseInt(headers.get("Content-Length"));
      return new Answer(status, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = Integer.parseInt(line(), 16); ; size = Integer.parseInt(line(), 16)) {
      body.writeBytes(in.readNBytes(size));
      String _ = line();
      if (size == 0) {
        return new Answer(status, headers, body.toString(StandardCharsets.UTF_8));
      }
    }
  }

  InputStream in() {
    return in;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("The connection ended after: " + line);
      }
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
