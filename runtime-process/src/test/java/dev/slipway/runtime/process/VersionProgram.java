package dev.slipway.runtime.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A web service that the tests start as a process of its own: PORT VERSION. It says its version;
 * {@code /slow} after a second; {@code /busy} how many slow requests it has; {@code /ready} whether
 * it is, which a version that starts with {@code unready} never is; {@code /away} is elsewhere, and
 * {@code /long} has no end. A version that starts with {@code bad} is never healthy.
 */
public final class VersionProgram {

  private static final long SLOW_NANOS = 1_000_000_000L;

  private VersionProgram() {}

  public static void main(String[] arguments) throws IOException {
    String version = arguments[1];
    AtomicInteger busy = new AtomicInteger();
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])),
            0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> answer(exchange, 200, version));
    server.createContext("/busy", exchange -> answer(exchange, 200, "" + busy.get()));
    server.createContext(
        "/healthz", exchange -> answer(exchange, version.startsWith("bad") ? 500 : 200, version));
    server.createContext(
        "/ready",
        exchange ->
            answer(exchange, version.startsWith("unready") ? 503 : 200, version + " is ready"));
    server.createContext(
        "/away",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/ready");
          answer(exchange, 302, "");
        });
    server.createContext("/long", exchange -> answer(exchange, 200, "x".repeat(100_000)));
    server.createContext(
        "/slow",
        exchange -> {
          busy.incrementAndGet();
          long end = System.nanoTime() + SLOW_NANOS;
          while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
          }
          answer(exchange, 200, version);
        });
    server.start();
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
