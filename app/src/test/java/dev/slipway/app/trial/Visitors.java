package dev.slipway.app.trial;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Fifty visitors of one address, each on a connection that it keeps. Together they send 200
 * requests a second by a timetable that waits for no answer: whoever is free takes the next
 * departure. They never try again, so whatever is cut off, refused or answered with an error is
 * known.
 *
 * <p>One request of twenty is answered after two seconds. That holds 200 / 20 × 2 = 20 of the fifty
 * connections at any time, so the others suffice for the timetable; with one of eight, all fifty
 * would be waiting, and no timetable could be kept.
 */
final class Visitors implements AutoCloseable {

  static final int CONNECTIONS = 50;
  static final int A_SECOND = 200;
  static final int SLOW_ONE_IN = 20;

  private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1) / A_SECOND;
  private static final int ANSWER_MILLIS_MAX = 20_000;

  private final URI address;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Tally tally = new Tally();
  private final AtomicLong departures = new AtomicLong();
  private final long began = System.nanoTime();
  private volatile long end = Long.MAX_VALUE;
  private volatile Optional<String> expected = Optional.empty();

  Visitors(URI address) {
    this.address = address;
    for (int i = 0; i < CONNECTIONS; i++) {
      threads.execute(this::visit);
    }
  }

  Tally tally() {
    return tally;
  }

  /** Whoever is asked from now on should be of one version. */
  void expect(String version) {
    expected = Optional.of(version);
  }

  /** A change is under way: any version may answer. */
  void expectAny() {
    expected = Optional.empty();
  }

  /** For how long requests were sent, up to now or up to the end. */
  double seconds() {
    long until = end == Long.MAX_VALUE ? System.nanoTime() : began + end;
    return (until - began) / 1e9;
  }

  String told() {
    return tally.told(seconds());
  }

  private void visit() {
    Departure next = departure();
    while (next.isBefore(end)) {
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        tally.connected();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(ANSWER_MILLIS_MAX);
        next = stay(socket, next);
      } catch (ConnectException refused) {
        tally.failed(Tally.Bad.REFUSED, refused.toString());
        next = departure();
      } catch (IOException cut) {
        tally.failed(Tally.Bad.RESET, cut.toString());
        next = departure();
      }
    }
  }

  /** Sends as long as the connection is kept; returns the departure that comes after it. */
  private Departure stay(Socket socket, Departure first) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    Departure next = first;
    boolean open = true;
    while (open) {
      LockSupport.parkNanos(began + next.at() - System.nanoTime());
      if (!next.isBefore(end)) {
        return next;
      }
      if (System.nanoTime() - began >= next.at()) {
        Optional<String> wanted = expected;
        send(socket, next);
        open = isAnswered(in, wanted);
        next = departure();
      }
    }
    return next;
  }

  private void send(Socket socket, Departure departure) throws IOException {
    String path = departure.isSlow() ? "/slow" : "/";
    byte[] request =
        ("GET " + path + " HTTP/1.1\r\nHost: shop.test\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    socket.getOutputStream().write(request);
    tally.sent(departure.isSlow(), System.nanoTime() - began - departure.at());
  }

  /** Reads one answer; returns whether the connection may be kept. */
  private boolean isAnswered(InputStream in, Optional<String> wanted) throws IOException {
    String status = line(in);
    int length = 0;
    boolean keep = true;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
      keep &= !lower.equals("connection: close");
    }
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    if (status.startsWith("HTTP/1.1 200")) {
      tally.answered(body, wanted);
    } else {
      tally.failed(Tally.Bad.ERROR, status);
    }
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

  /** One line of the timetable, in nanoseconds after the beginning. */
  private record Departure(long number) {

    long at() {
      return number * EVERY_NANOS;
    }

    boolean isSlow() {
      return number % SLOW_ONE_IN == 0;
    }

    boolean isBefore(long end) {
      return at() < end;
    }
  }

  private Departure departure() {
    return new Departure(departures.getAndIncrement());
  }

  /** They send what was due by now, and wait for the answers of all they sent. */
  @Override
  public void close() {
    end = System.nanoTime() - began;
    threads.close();
  }
}
