package dev.slipway.app.trial;

import dev.slipway.app.server.DataFolder;
import dev.slipway.app.server.Server;
import dev.slipway.app.server.ServerOptions;
import dev.slipway.ledger.sql.DurableWrites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The server, in a process of its own, which is killed with SIGKILL right before or after its nth
 * durable write since it was armed. It is armed by a file, so that starting up is not counted.
 *
 * <p>Arguments: the data folder, n (0 for never), {@code before} or {@code after}, where to listen.
 */
final class CrashingServer {

  private CrashingServer() {}

  public static void main(String[] arguments) {
    DataFolder data = new DataFolder(Path.of(arguments[0]));
    int crashAt = Integer.parseInt(arguments[1]);
    boolean before = arguments[2].equals("before");
    Path armed = data.root().resolve("armed");
    AtomicInteger count = new AtomicInteger();
    DurableWrites writes =
        new DurableWrites() {
          @Override
          public void before(What what) {
            if (Files.exists(armed) && count.incrementAndGet() == crashAt && before) {
              die();
            }
          }

          @Override
          public void after(What what) {
            if (Files.exists(armed)) {
              note(data.root().resolve("writes"), count.get());
              if (count.get() == crashAt && !before) {
                die();
              }
            }
          }
        };
    var _ =
        Server.start(new ServerOptions(data, listen(arguments[3]), Duration.ofSeconds(1)), writes);
  }

  private static InetSocketAddress listen(String text) {
    int colon = text.lastIndexOf(':');
    return InetSocketAddress.createUnresolved(
        text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  private static void note(Path file, int count) {
    try {
      Files.writeString(file, Integer.toString(count));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** SIGKILL to ourselves; the write that was about to happen does not. */
  private static void die() {
    Commands.run(
        Path.of("/"),
        java.util.List.of("kill", "-9", Long.toString(ProcessHandle.current().pid())));
    while (true) {
      Pause.briefly();
    }
  }
}
