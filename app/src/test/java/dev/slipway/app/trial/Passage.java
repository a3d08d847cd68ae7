package dev.slipway.app.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Carries connections that come to some ports of one address to the same ports of another, so that
 * what listens at 127.0.0.1 is there in a network of its own, too. Arguments, as a program that
 * runs until it is killed: where it listens, where it connects, the ports.
 */
final class Passage implements AutoCloseable {

  private final String to;
  private final List<ServerSocket> doors = new ArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private Passage(String to) {
    this.to = to;
  }

  public static void main(String[] arguments) throws InterruptedException {
    try (Passage _ =
        open(
            arguments[0],
            arguments[1],
            Stream.of(arguments).skip(2).map(Integer::valueOf).toList())) {
      Thread.currentThread().join();
    }
  }

  static Passage open(String from, String to, List<Integer> ports) {
    Passage passage = new Passage(to);
    try {
      for (int port : ports) {
        ServerSocket door = new ServerSocket();
        passage.doors.add(door);
        door.bind(new InetSocketAddress(from, port));
        Thread.startVirtualThread(() -> passage.admit(door));
      }
    } catch (IOException failure) {
      passage.close();
      throw new UncheckedIOException(failure);
    }
    return passage;
  }

  private void admit(ServerSocket door) {
    try {
      while (true) {
        Socket near = door.accept();
        Thread.startVirtualThread(() -> join(near, door.getLocalPort()));
      }
    } catch (IOException closed) {
      // That is how it ends.
    }
  }

  private void join(Socket near, int port) {
    open.add(near);
    try (near;
        Socket far = new Socket(to, port)) {
      open.add(far);
      Thread back = Thread.startVirtualThread(() -> carry(far, near));
      carry(near, far);
      back.join();
      open.remove(far);
    } catch (IOException ended) {
      // Whoever connected finds the connection closed.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(near);
    }
  }

  private static void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException ended) {
      close(to);
    }
  }

  @Override
  public void close() {
    doors.forEach(Passage::close);
    open.forEach(Passage::close);
  }

  private static void close(AutoCloseable one) {
    try {
      one.close();
    } catch (Exception already) {
      throw new AssertionError(already);
    }
  }
}
