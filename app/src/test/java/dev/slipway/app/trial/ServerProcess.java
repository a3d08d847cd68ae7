package dev.slipway.app.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@link CrashingServer} as a child process. */
final class ServerProcess implements AutoCloseable {

  private static final long SECONDS_MAX = 120;

  private final Process process;
  private final Path data;

  private ServerProcess(Process process, Path data) {
    this.process = process;
    this.data = data;
  }

  /** Starts it and waits until it answers. */
  static ServerProcess start(Path data) {
    return start(data, Map.of());
  }

  /** As {@link #start(Path)}, with variables of the environment. */
  static ServerProcess start(Path data, Map<String, String> variables) {
    return start(data, "127.0.0.1:0", variables);
  }

  /** Starts one at an address such as one that it had. */
  static ServerProcess at(Path data, String listen) {
    return start(data, listen, Map.of());
  }

  private static ServerProcess start(Path data, String listen, Map<String, String> variables) {
    try {
      Files.deleteIfExists(data.resolve("address"));
      ProcessBuilder builder =
          Java.process(
              data.resolveSibling("server.log"),
              Java.words(CrashingServer.class.getName(), List.of(data.toString(), listen)));
      builder.environment().putAll(variables);
      Process process = builder.start();
      ServerProcess server = new ServerProcess(process, data);
      server.awaitAnswer();
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Starts the client of the command line against this server. */
  Process client(Path log, String... arguments) throws IOException {
    ProcessBuilder builder =
        Java.process(log, Java.words("dev.slipway.cli.Main", List.of(arguments)));
    builder.environment().put("SLIPWAY_URL", read("address"));
    builder.environment().put("SLIPWAY_TOKEN", read("token"));
    return builder.start();
  }

  /** SIGKILL, from outside. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  URI address() {
    return URI.create(read("address"));
  }

  /** Where it listens or listened, so that another one can. */
  String listened() {
    return address().getAuthority();
  }

  private void awaitAnswer() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
    while (System.nanoTime() < end && process.isAlive()) {
      if (Files.exists(data.resolve("address")) && api().find("/api/v1/version").isPresent()) {
        return;
      }
      Pause.briefly();
    }
    throw new AssertionError(
        "The server does not answer; see " + data.resolveSibling("server.log"));
  }

  Api api() {
    return new Api(address(), read("token"));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  private String read(String name) {
    try {
      return Files.readString(data.resolve(name)).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
    Sweep.of(data, data.resolveSibling("server.log"));
  }
}
