package dev.slipway.app.trial;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A tiny web service: it says which commit it is, and which process. Arguments: PORT SHA; with a
 * third it answers everybody, and not this machine only.
 */
final class Shelf {

  private Shelf() {}

  public static void main(String[] arguments) throws IOException {
    byte[] about =
        (arguments[1] + " " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
    int port = Integer.parseInt(arguments[0]);
    InetSocketAddress address =
        arguments.length > 2
            ? new InetSocketAddress(port)
            : new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, about.length);
          exchange.getResponseBody().write(about);
          exchange.close();
        });
    server.start();
  }

  /** The words that start it, as a {@code run:} has them. */
  static String words() {
    Path classes =
        Path.of(URI.create(Shelf.class.getProtectionDomain().getCodeSource().getLocation() + ""));
    return "%s -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx32m -cp %s %s ${port} {sha}"
        .formatted(Java.home(), classes, Shelf.class.getName());
  }

  /** What one says of itself. */
  record Said(String sha, long pid) {}

  /**
   * Asks the one at an address; empty while there is none. The connection is closed from this side,
   * so that no closing one keeps the port from the next process.
   */
  static Optional<Said> ask(URI address) {
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(1000);
      String[] words =
          new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .split(" ", 2);
      connection.disconnect();
      return Optional.of(new Said(words[0], Long.parseLong(words[1])));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  /** Waits for an answer as wanted. */
  static Said await(URI address, long secondsMax, Predicate<Said> wanted) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(secondsMax);
    Optional<Said> last = Optional.empty();
    while (System.nanoTime() < end) {
      last = ask(address);
      if (last.filter(wanted).isPresent()) {
        return last.get();
      }
      Pause.briefly();
    }
    throw new AssertionError(address + " never answered as wanted; the last answer was " + last);
  }
}
