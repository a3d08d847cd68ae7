package dev.slipway.bench.subject;

import dev.slipway.bench.BenchFailed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real server in a JVM of its own. */
public final class Subject implements AutoCloseable {

  /** More options for the server's JVM, separated by spaces; a profiler's, for instance. */
  private static final String OPTIONS = "slipway.bench.options";

  private final Jvm jvm;
  private final Path data;
  private final CountedWrites writes;

  private Subject(Jvm jvm, Path data, CountedWrites writes) {
    this.jvm = jvm;
    this.data = data;
    this.writes = writes;
  }

  /** Starts the server with its durable writes counted. */
  public static Subject startCounted(Folder folder, Caches caches) {
    return start(
        folder, caches, CountedServer.class.getName(), folder.resolve("writes").toString());
  }

  /** Starts the server as {@code slipway up} does. */
  public static Subject startPlain(Folder folder, Caches caches) {
    return start(folder, caches, "dev.slipway.app.Main", "");
  }

  private static Subject start(Folder folder, Caches caches, String main, String count) {
    Path data = folder.resolve("data");
    List<String> command = new ArrayList<>(List.of(main));
    command.addAll(
        count.isEmpty()
            ? List.of("up", "--data", data.toString(), "--listen", "127.0.0.1:0")
            : List.of(data.toString(), count));
    List<String> all = new ArrayList<>(List.of(Caches.use(caches.server())));
    all.addAll(asked());
    try {
      CountedWrites writes = CountedWrites.in(folder.resolve("writes"));
      Jvm jvm = Jvm.start(folder.resolve("server.log"), data.resolve("address"), all, command);
      return new Subject(jvm, data, writes);
    } catch (IOException failure) {
      throw new BenchFailed("The durable writes cannot be counted", failure);
    }
  }

  private static List<String> asked() {
    String options = System.getProperty(OPTIONS, "");
    return options.isBlank() ? List.of() : List.of(options.strip().split(" ", -1));
  }

  public URI address() {
    return jvm.address();
  }

  public String token() {
    try {
      return Files.readString(data.resolve("token")).strip();
    } catch (IOException failure) {
      throw new BenchFailed("The token cannot be read", failure);
    }
  }

  public double cpuMillis() {
    return jvm.cpuMillis();
  }

  /** How often it has waited for the disk so far. */
  public long durableWrites() {
    return writes.total();
  }

  public void kill() {
    jvm.kill();
  }

  @Override
  public void close() {
    jvm.close();
  }
}
