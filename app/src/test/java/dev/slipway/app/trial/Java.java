package dev.slipway.app.trial;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs of this build as processes of their own. */
public final class Java {

  private static final long SECONDS_MAX = 60;

  private Java() {}

  public static String home() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The words of a command that runs a class of this build. */
  static List<String> words(String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(home());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(arguments);
    return List.copyOf(command);
  }

  /** A command whose output goes to the end of a file. */
  static ProcessBuilder process(Path log, List<String> command) {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .redirectInput(new File("/dev/null"));
  }

  /** Runs a verb of the machine, such as {@code agent join}, to its end. */
  static Ended verb(String main, List<String> arguments) {
    try {
      Path log = Files.createTempFile("verb", ".log");
      try {
        Process process = process(log, words(main, arguments)).start();
        if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError(arguments + " does not end: " + Files.readString(log));
        }
        return new Ended(process.exitValue(), Files.readString(log));
      } finally {
        Files.delete(log);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** How a process ended, and all that it said. */
  record Ended(int exit, String said) {}

  /** Sends a signal, such as {@code STOP}, to one process. */
  static void signal(String name, long pid) {
    Commands.run(Path.of("/"), List.of("kill", "-" + name, Long.toString(pid)));
  }
}
