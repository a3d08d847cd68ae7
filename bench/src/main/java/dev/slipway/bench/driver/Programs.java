package dev.slipway.bench.driver;

import dev.slipway.bench.BenchFailed;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs programs of this machine. Stateless. */
public final class Programs {

  private static final File NOTHING = new File("/dev/null");

  private Programs() {}

  /**
   * What a program prints.
   *
   * @throws BenchFailed when it does not succeed
   */
  public static String run(Path folder, String... words) {
    try {
      Process process =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectInput(NOTHING)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (end(process) != 0) {
        throw new BenchFailed(String.join(" ", words) + " failed: " + output);
      }
      return output.strip();
    } catch (IOException failure) {
      throw new BenchFailed(words[0] + " could not be started", failure);
    }
  }

  /** Starts a program whose output nobody reads, and waits for its end. */
  public static void spawn(List<String> words) {
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectInput(NOTHING)
              .redirectOutput(NOTHING)
              .redirectError(NOTHING)
              .start();
      int code = end(process);
      if (code != 0) {
        throw new BenchFailed(words.getFirst() + " ended with " + code);
      }
    } catch (IOException failure) {
      throw new BenchFailed(words.getFirst() + " could not be started", failure);
    }
  }

  private static int end(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new BenchFailed("Interrupted while a program ran", interrupted);
    }
  }
}
