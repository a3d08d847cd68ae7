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

  private static final long SECONDS_MAX = 120;

  /** The options that the build found out by training, in a file; none while a change is shaped. */
  private static final String TRAINED = System.getProperty("slipway.trained", "");

  private Java() {}

  public static String home() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The words of a command that runs a class of this build. */
  static List<String> words(String main, List<String> arguments) {
    List<String> command = new ArrayList<>(machine());
    command.add(main);
    command.addAll(arguments);
    return List.copyOf(command);
  }

  /** The JVM with this build for its class path: what stands before the name of a class. */
  public static List<String> machine() {
    return TRAINED.isEmpty()
        ? List.of(
            home(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"))
        : List.of(home(), "@" + TRAINED);
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
