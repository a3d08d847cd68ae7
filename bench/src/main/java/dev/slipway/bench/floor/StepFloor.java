package dev.slipway.bench.floor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.bench.BenchFailed;
import dev.slipway.bench.driver.Connection;
import dev.slipway.bench.driver.Programs;
import dev.slipway.codec.Signatures;
import dev.slipway.codec.SigningKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/**
 * The least that a durable step can cost: an agent's request over loopback, which brings how the
 * step before ended; one wait for the disk at the server and one at the agent; the order's
 * signature made and verified; and the command started and waited for, where there is one.
 */
public final class StepFloor implements AutoCloseable {

  private static final int BLOCK_BYTES = 4096;
  private static final int WAITS = 2;
  private static final int NO_CONTENT = 204;
  private static final String REPORT = "r".repeat(500);

  private final HttpServer server;
  private final FileChannel file;
  private final List<String> command;
  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);

  private StepFloor(HttpServer server, FileChannel file, List<String> command) {
    this.server = server;
    this.file = file;
    this.command = List.copyOf(command);
  }

  /**
   * Makes its file in a folder, which must be on the same disk as the subject's.
   *
   * @param command what a step starts; nothing when it is empty
   */
  public static StepFloor in(Path folder, List<String> command) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    StepFloor floor =
        new StepFloor(
            server,
            FileChannel.open(
                folder.resolve("step-floor"), StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            command);
    server.createContext("/", floor::step);
    return floor;
  }

  private void step(HttpExchange exchange) throws IOException {
    byte[] order = exchange.getRequestBody().readAllBytes();
    for (int i = 0; i < WAITS; i++) {
      file.write(block.clear());
      file.force(false);
    }
    if (!Signatures.verify(key.publicKey(), order, key.sign(order))) {
      throw new BenchFailed("A signature of the floor does not verify");
    }
    if (!command.isEmpty()) {
      Programs.spawn(command);
    }
    exchange.sendResponseHeaders(NO_CONTENT, -1);
    exchange.close();
  }

  /**
   * How long so many steps take, one after the other over one connection that is there, in
   * nanoseconds. The server closes what is idle for long, so none is kept between rounds.
   */
  public long round(int steps) throws IOException {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (Connection agent = Connection.to(address)) {
      long began = System.nanoTime();
      for (int i = 0; i < steps; i++) {
        int status = agent.ask("POST", "/", Map.of(), REPORT).status();
        if (status != NO_CONTENT) {
          throw new BenchFailed("The floor answered " + status);
        }
      }
      return System.nanoTime() - began;
    }
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    file.close();
  }
}
