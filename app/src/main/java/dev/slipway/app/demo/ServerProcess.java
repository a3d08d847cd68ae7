package dev.slipway.app.demo;

import dev.slipway.app.outside.Unexpected;
import dev.slipway.app.outside.Web;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The server as a process of its own, so that it can be killed like one. */
final class ServerProcess implements AutoCloseable {

  private static final Duration START_MAX = Duration.ofSeconds(60);
  private static final Duration STOP_MAX = Duration.ofSeconds(15);

  private final Path data;
  private final Path log;
  private Optional<Process> process = Optional.empty();

  ServerProcess(Path folder) {
    this.data = folder.resolve("data");
    this.log = folder.resolve("server.log");
  }

  Path data() {
    return data;
  }

  /** Starts it and waits until it answers; the port is the same at every start. */
  void start() {
    String listen = Files.exists(addressFile()) ? address().getAuthority() : "127.0.0.1:0";
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.slipway.app.Main",
            "up",
            "--data",
            data.toString(),
            "--listen",
            listen);
    try {
      process =
          Optional.of(
              new ProcessBuilder(command)
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                  .redirectInput(new File("/dev/null"))
                  .start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Patience.until(
        "the server to answer; its log is " + log,
        START_MAX,
        () -> {
          if (!process.orElseThrow().isAlive()) {
            throw new Unexpected("The server ended at once; its log is " + log);
          }
          return isUp() ? Optional.of(true) : Optional.empty();
        });
  }

  private boolean isUp() {
    return Files.exists(addressFile())
        && Web.get(address().resolve("/healthz"), Map.of())
            .filter(answer -> answer.status() == 200)
            .isPresent();
  }

  private Path addressFile() {
    return data.resolve("address");
  }

  URI address() {
    return URI.create(read(addressFile()));
  }

  String token() {
    return read(data.resolve("token"));
  }

  long pid() {
    return process.orElseThrow().pid();
  }

  /** kill -9: no farewell, no flushing. */
  void kill() {
    process.ifPresent(running -> end(running.destroyForcibly()));
  }

  @Override
  public void close() {
    process.ifPresent(running -> {
      running.destroy();
      if (!end(running)) {
        end(running.destroyForcibly());
      }
    });
  }

  private static boolean end(Process running) {
    try {
      return running.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
