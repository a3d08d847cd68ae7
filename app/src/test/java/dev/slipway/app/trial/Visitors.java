package dev.slipway.app.trial;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Fifty visitors of one address, each on a connection that it keeps, and together 200 requests a
 * second; one request of fifty is answered after two seconds. They never try again, so whatever is
 * cut off, refused or answered with an error is known.
 */
final class Visitors implements AutoCloseable {

  static final int CONNECTIONS = 50;

  private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long BEHIND_NANOS_MAX = TimeUnit.SECONDS.toNanos(5);
  private static final int SLOW_ONE_IN = 50;

  private final URI address;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, LongAdder> versions = new ConcurrentHashMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final LongAdder slow = new LongAdder();
  private final LongAdder connections = new LongAdder();
  private final long began = System.nanoTime();
  private volatile boolean leaving;

  Visitors(URI address) {
    this.address = address;
    for (int i = 0; i < CONNECTIONS; i++) {
      int visitor = i;
      threads.execute(() -> visit(visitor));
    }
  }

  /** How often a version answered. */
  long answersOf(String version) {
    return versions.getOrDefault(version, new LongAdder()).sum();
  }

  long answers() {
    return versions.values().stream().mapToLong(LongAdder::sum).sum();
  }

  Queue<String> failures() {
    return failures;
  }

  /** A line for people. */
  String told() {
    double seconds = (System.nanoTime() - began) / 1e9;
    return "%d requests in %.1f s (%.0f/s, %d of 2 s) over %d connections (%d opened), %s; failures: %s"
        .formatted(
            answers(),
            seconds,
            answers() / seconds,
            slow.sum(),
            CONNECTIONS,
            connections.sum(),
            versions,
            failures);
  }

  private void visit(int visitor) {
    int count = visitor;
    long next = System.nanoTime() + EVERY_NANOS * visitor / CONNECTIONS;
    while (!leaving) {
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        connections.increment();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        boolean open = true;
        while (open && !leaving) {
          LockSupport.parkNanos(next - System.nanoTime());
          next = Math.max(next + EVERY_NANOS, System.nanoTime() - BEHIND_NANOS_MAX);
          count++;
          boolean isSlow = count % SLOW_ONE_IN == 0;
          String path = isSlow ? "/slow" : "/";
          socket
              .getOutputStream()
              .write(
                  ("GET " + path + " HTTP/1.1\r\nHost: shop.test\r\n\r\n")
                      .getBytes(StandardCharsets.US_ASCII));
          open = isAnswered(in);
          if (isSlow) {
            slow.increment();
          }
        }
      } catch (IOException | RuntimeException e) {
        failures.add(e.toString());
      }
    }
  }

  /** Reads one answer; returns whether the connection may be kept. */
  private boolean isAnswered(InputStream in) throws IOException {
    String status = line(in);
    if (!status.startsWith("HTTP/1.1 200")) {
      failures.add(status);
    }
    int length = 0;
    boolean keep = true;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String lower = line.toLowerCase(java.util.Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
      keep &= !lower.equals("connection: close");
    }
    String version = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    versions.computeIfAbsent(version, _ -> new LongAdder()).increment();
    return keep;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("The connection was cut off after: " + line);
      }
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }

  /** They finish what they began. */
  @Override
  public void close() {
    leaving = true;
    threads.close();
  }
}
