package dev.slipway.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests as bytes, for what no client would send. */
record BareRequest(House house) {

  private static final int PATIENCE_MILLIS = 10_000;

  /** A connection on which the beginning of a request was sent. */
  Socket begun(String beginning) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), house.server.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  /** All that comes back until the server closes. */
  String answer(String request) throws IOException {
    try (Socket socket = begun(request)) {
      OutputStream out = socket.getOutputStream();
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The first line of the answer to a request that asks for the connection to be closed. */
  String status(String request) throws IOException {
    return answer(request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"))
        .lines()
        .findFirst()
        .orElse("");
  }
}
