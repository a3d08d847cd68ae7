package dev.slipway.bench.subject;

import dev.slipway.app.server.DataFolder;
import dev.slipway.app.server.Server;
import dev.slipway.app.server.ServerOptions;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** The same server that {@code slipway up} starts, with its durable writes counted. */
public final class CountedServer {

  private static final Duration POLL_INTERVAL = Duration.ofSeconds(15);

  private CountedServer() {}

  /** Serves from a folder (the first argument), counting in a file (the second). */
  public static void main(String[] arguments) throws Exception {
    Server server =
        Server.start(
            new ServerOptions(
                new DataFolder(Path.of(arguments[0])),
                InetSocketAddress.createUnresolved("127.0.0.1", 0),
                POLL_INTERVAL),
            CountedWrites.in(Path.of(arguments[1])));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  server.close();
                  stopped.countDown();
                }));
    stopped.await();
  }
}
