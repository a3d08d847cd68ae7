package dev.slipway.bench.driver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A bare connection over loopback with a client that waits at its other end. */
public final class Line implements AutoCloseable {

  private final Socket near;
  private final Socket far;
  private final Bell arrived = new Bell();

  private Line(Socket near, Socket far) {
    this.near = near;
    this.far = far;
  }

  public static Line open() throws IOException {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Socket near = new Socket(door.getInetAddress(), door.getLocalPort());
      near.setTcpNoDelay(true);
      Line line = new Line(near, door.accept());
      Thread.ofPlatform().name("line").daemon(true).start(line::watch);
      return line;
    }
  }

  private void watch() {
    try {
      while (far.getInputStream().read() >= 0) {
        arrived.ring();
      }
    } catch (IOException closed) {
      // Whoever waits in vain is told by the bell.
    }
  }

  /** Says one byte to the client. */
  public void push() throws IOException {
    near.getOutputStream().write('.');
  }

  /** When the next byte arrives. */
  public long await() {
    return arrived.await("a push to arrive");
  }

  @Override
  public void close() throws IOException {
    near.close();
    far.close();
  }
}
