package dev.slipway.bench.driver;

import dev.slipway.bench.BenchFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Sees a command start: its first deed is to open a named pipe, which this side sees at once and
 * without a look at any clock in between.
 */
public final class StartSeen implements AutoCloseable {

  private final Path pipe;
  private final Bell bell = new Bell();
  private volatile boolean closed;

  private StartSeen(Path pipe) {
    this.pipe = pipe;
  }

  public static StartSeen at(Path pipe) {
    Programs.run(pipe.resolveSibling(""), "mkfifo", pipe.toString());
    StartSeen seen = new StartSeen(pipe);
    Thread.ofPlatform().name("starts").daemon(true).start(seen::watch);
    return seen;
  }

  public Path path() {
    return pipe;
  }

  /** The command as words: a small program that opens the pipe, writes nothing, and ends. */
  public List<String> command() {
    return List.of("tee", pipe.toString());
  }

  private void watch() {
    while (!closed) {
      try (InputStream in = Files.newInputStream(pipe)) {
        bell.ring();
        in.readAllBytes();
      } catch (IOException failure) {
        return;
      }
    }
  }

  public void forget() {
    bell.silence();
  }

  /** When the next command starts, or has started since {@link #forget}. */
  public long await() {
    return bell.await("a command to start");
  }

  /** Lets the watching thread go on to its end. */
  @Override
  public void close() {
    closed = true;
    Programs.run(pipe.resolveSibling(""), "timeout", "5", "tee", pipe.toString());
    try {
      Files.deleteIfExists(pipe);
    } catch (IOException failure) {
      throw new BenchFailed("A pipe could not be removed", failure);
    }
  }
}
