package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests as bytes, for what no client would send. */
record BareRequest(House house) {

  private static final int PATIENCE_MILLIS = 10_000;
  private static final int TRICKLE_MILLIS = 250;
  private static final int TRICKLED_MAX = 60;

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

  /**
   * The first line of the answer to a body of which a byte comes now and then, and never the end.
   */
  String trickled(String head) throws IOException, InterruptedException {
    try (Socket socket = begun(head)) {
      InputStream in = socket.getInputStream();
      for (int sent = 0; in.available() == 0 && sent < TRICKLED_MAX; sent++) {
        socket.getOutputStream().write('#');
        Thread.sleep(TRICKLE_MILLIS);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
    }
  }

  /**
   * Something else is asked when a body in chunks was sent that has no end, as far as it is taken.
   */
  void afterEndless(String head, Runnable asking) throws IOException {
    byte[] chunk = ("1000\r\n" + "#".repeat(0x1000) + "\r\n").getBytes(StandardCharsets.UTF_8);
    try (Socket socket = begun(head)) {
      try {
        for (int i = 0; i < 1000; i++) {
          socket.getOutputStream().write(chunk);
        }
      } catch (SocketException e) {
        // The server has hung up on the rest of it, as it should.
        assertThat(e).hasMessageMatching(".*(reset|Broken pipe|closed).*");
      }
      asking.run();
    }
  }

  /** Something else is asked while so many bodies are open of which one byte came. */
  void amidUnfinished(int bodies, String head, Runnable asking) throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < bodies; i++) {
        slow.add(begun(head));
        slow.getLast().getOutputStream().write('x');
      }
      asking.run();
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
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
