package dev.slipway.app.trial;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A service that says its version, after two seconds at {@code /slow}: PORT VERSION FILE. A bad one
 * is never healthy; of one that is half bad, only the first to make the file is; a brief one dies
 * three seconds after it was first asked; one that is unready says so at {@code /ready}.
 */
public final class Clockwork {

  private static final long SLOW_NANOS = 2_000_000_000L;
  private static final long BRIEF_NANOS = 3_000_000_000L;

  private Clockwork() {}

  public static void main(String[] arguments) throws IOException {
    String version = arguments[1];
    int port = Integer.parseInt(arguments[0]);
    int health = isHealthy(version, Path.of(arguments[2])) ? 200 : 500;
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    AtomicBoolean asked = new AtomicBoolean(!version.startsWith("brief"));
    server.createContext(
        "/",
        exchange -> {
          if (asked.compareAndSet(false, true)) {
            Thread.ofPlatform().start(Clockwork::dieSoon);
          }
          answer(exchange, 200, version);
        });
    server.createContext(
        "/slow",
        exchange -> {
          long end = System.nanoTime() + SLOW_NANOS;
          while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
          }
          answer(exchange, 200, version);
        });
    int ready = version.startsWith("unready") ? 503 : 200;
    server.createContext("/ready", exchange -> answer(exchange, ready, version));
    server.createContext("/healthz", exchange -> answer(exchange, health, version));
    server.start();
  }

  private static void dieSoon() {
    long end = System.nanoTime() + BRIEF_NANOS;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
    Runtime.getRuntime().halt(1);
  }

  private static boolean isHealthy(String version, Path first) throws IOException {
    if (!version.startsWith("half")) {
      return !version.startsWith("bad");
    }
    try {
      Files.createFile(first);
      return true;
    } catch (FileAlreadyExistsException second) {
      return false;
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
