package dev.slipway.forwarder;

import dev.slipway.forwarder.routes.Door;
import dev.slipway.forwarder.routes.Traffic;
import dev.slipway.forwarder.routes.Way;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Doors, the processes behind them and clients, all real and all ended with the test. */
abstract class Street {

  @TempDir Path folder;

  private final List<AutoCloseable> opened = new ArrayList<>();
  final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  InetSocketAddress door = new InetSocketAddress(0);

  @BeforeEach
  void a_free_address() throws IOException {
    door = free();
  }

  @AfterEach
  void everything_ends() throws Exception {
    for (AutoCloseable one : opened.reversed()) {
      one.close();
    }
    threads.shutdownNow();
  }

  static InetSocketAddress free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
    }
  }

  Child forwarder() throws IOException {
    Child child = Child.start(folder);
    opened.add(child);
    return child;
  }

  Origin origin(String name) throws IOException {
    Origin origin = new Origin(name);
    opened.add(origin);
    return origin;
  }

  Client client() throws IOException {
    Client client = new Client(door);
    opened.add(client);
    return client;
  }

  Door http(Way... ways) {
    return new Door(door, Traffic.HTTP, List.of(ways));
  }

  static Way to(Origin origin, int weight) {
    return Way.open(origin.address(), weight);
  }
}
