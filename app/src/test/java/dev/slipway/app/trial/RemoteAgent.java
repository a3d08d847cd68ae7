package dev.slipway.app.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code slipway agent run} as a process of its own, and {@code slipway agent join} before it. */
final class RemoteAgent implements AutoCloseable {

  private static final String MAIN = "dev.slipway.app.Main";
  private static final long STOP_SECONDS_MAX = 120;

  private final Process process;
  private final Path data;

  private RemoteAgent(Process process, Path data) {
    this.process = process;
    this.data = data;
  }

  /** What {@code agent join} came to. */
  static Java.Ended join(URI server, String token, Path data, String... more) {
    List<String> words =
        new ArrayList<>(List.of("agent", "join", server.toString(), "--token", token));
    words.addAll(List.of("--data", data.toString()));
    words.addAll(List.of(more));
    return Java.verb(MAIN, words);
  }

  /** Makes a token with the API and joins with it. */
  static void joined(Api api, URI server, String environment, String target, Path data) {
    Java.Ended joined = join(server, api.joinToken(environment, target), data);
    if (joined.exit() != 0) {
      throw new AssertionError(joined.said());
    }
  }

  /** Starts the agent of a folder; an unreachable server is asked again every second at least. */
  static RemoteAgent run(Path data) {
    return start(Java.words(MAIN, arguments(data)), data);
  }

  static List<String> arguments(Path data) {
    return List.of("agent", "run", "--data", data.toString(), "--retry-at-most", "1");
  }

  /** Starts an agent by other words, such as in a network of its own. */
  static RemoteAgent start(List<String> words, Path data) {
    try {
      return new RemoteAgent(Java.process(log(data), words).start(), data);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path log(Path data) {
    return data.resolveSibling(data.getFileName() + ".log");
  }

  /** What the agent of a folder logged so far. */
  static String logged(Path data) {
    try {
      return Files.exists(log(data)) ? Files.readString(log(data)) : "";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What the agent of a folder has in its journal; not all of it is text. */
  static String journal(Path data) {
    try {
      return Files.readString(data.resolve("journal"), StandardCharsets.ISO_8859_1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Starts the agent of a folder, to be killed by a {@link Doom}. */
  static RemoteAgent crashing(Path data) {
    return start(Java.words(CrashingAgent.class.getName(), List.of(data.toString())), data);
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL, and until it is gone. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  @Override
  public void close() {
    process.destroy();
    awaitEnd();
    Sweep.of(data.resolve("journal"), log(data));
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("The agent does not stop");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
