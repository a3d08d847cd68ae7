package dev.slipway.forwarder;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A process behind a door, in the test's own: it answers with its name; {@code /held} when it is
 * let; {@code /echo} with the body that it got.
 */
final class Origin implements AutoCloseable {

  final CountDownLatch let = new CountDownLatch(1);
  final CountDownLatch held = new CountDownLatch(1);
  final Queue<Headers> seen = new ConcurrentLinkedQueue<>();
  final Queue<String> paths = new ConcurrentLinkedQueue<>();
  private final String name;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Origin(String name) throws IOException {
    this.name = name;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  InetSocketAddress address() {
    return server.getAddress();
  }

  private void answer(HttpExchange exchange) throws IOException {
    seen.add(exchange.getRequestHeaders());
    paths.add(exchange.getRequestURI().toString());
    if (exchange.getRequestURI().getPath().equals("/echo")) {
      exchange.sendResponseHeaders(200, 0);
      long _ = exchange.getRequestBody().transferTo(exchange.getResponseBody());
    } else {
      if (exchange.getRequestURI().getPath().equals("/held")) {
        held.countDown();
        await();
      }
      byte[] body = name.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private void await() {
    try {
      boolean _ = let.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    let.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
