package dev.slipway.bench.floor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.bench.BenchFailed;
import dev.slipway.bench.driver.Connection;
import dev.slipway.bench.driver.Line;
import dev.slipway.bench.driver.Programs;
import dev.slipway.bench.driver.Round;
import dev.slipway.bench.driver.StartSeen;
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
import java.util.Map;

/**
 * The least that a deploy can cost: a request over loopback, three waits for the disk, a signature
 * made and verified, a command started; and until its end is told, one more wait for the disk and a
 * push to a client that waits.
 */
public final class DeployFloor implements AutoCloseable {

  private static final int BLOCK_BYTES = 4096;
  private static final int WAITS_BEFORE_START = 3;
  private static final int NO_CONTENT = 204;

  private final HttpServer server;
  private final Connection driver;
  private final Line client;
  private final FileChannel file;
  private final StartSeen starts;
  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);

  private DeployFloor(
      HttpServer server, Connection driver, Line client, FileChannel file, StartSeen starts) {
    this.server = server;
    this.driver = driver;
    this.client = client;
    this.file = file;
    this.starts = starts;
  }

  /** Makes its file and its pipe in a folder, which must be on the same disk as the subject's. */
  public static DeployFloor in(Path folder) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    DeployFloor floor =
        new DeployFloor(
            server,
            Connection.to(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
            Line.open(),
            FileChannel.open(
                folder.resolve("floor"), StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            StartSeen.at(folder.resolve("floor-starts")));
    server.createContext("/", floor::deploy);
    return floor;
  }

  private void deploy(HttpExchange exchange) throws IOException {
    byte[] order = exchange.getRequestBody().readAllBytes();
    for (int i = 0; i < WAITS_BEFORE_START; i++) {
      write();
    }
    if (!Signatures.verify(key.publicKey(), order, key.sign(order))) {
      throw new BenchFailed("A signature of the floor does not verify");
    }
    Programs.spawn(starts.command());
    write();
    client.push();
    exchange.sendResponseHeaders(NO_CONTENT, -1);
    exchange.close();
  }

  private void write() throws IOException {
    file.write(block.clear());
    file.force(false);
  }

  public Round round(String body) throws IOException {
    starts.forget();
    long began = System.nanoTime();
    int status = driver.ask("POST", "/", Map.of(), body).status();
    if (status != NO_CONTENT) {
      throw new BenchFailed("The floor answered " + status);
    }
    return new Round(starts.await() - began, client.await() - began);
  }

  @Override
  public void close() throws IOException {
    driver.close();
    client.close();
    server.stop(0);
    file.close();
    starts.close();
  }
}
