package dev.slipway.app.trial;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@link CrashingServer} as a child process. */
final class ServerProcess implements AutoCloseable {

  private static final long SECONDS_MAX = 60;

  private final Process process;
  private final Path data;

  private ServerProcess(Process process, Path data) {
    this.process = process;
    this.data = data;
  }

  /** Starts it and waits until it answers. */
  static ServerProcess start(Path data, int crashAt, String when) {
    return start(data, crashAt, when, Map.of());
  }

  /** As {@link #start(Path, int, String)}, with variables of the environment. */
  static ServerProcess start(Path data, int crashAt, String when, Map<String, String> variables) {
    try {
      Files.deleteIfExists(data.resolve("address"));
      ProcessBuilder builder =
          java(
              data.resolveSibling("server.log"),
              CrashingServer.class.getName(),
              List.of(data.toString(), Integer.toString(crashAt), when));
      builder.environment().putAll(variables);
      Process process = builder.start();
      ServerProcess server = new ServerProcess(process, data);
      server.awaitAnswer();
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static ProcessBuilder java(Path log, String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .redirectInput(new File("/dev/null"));
  }

  /** Starts the client of the command line against this server. */
  Process client(Path log, String... arguments) throws IOException {
    ProcessBuilder builder = java(log, "dev.slipway.cli.Main", List.of(arguments));
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
  }
}
