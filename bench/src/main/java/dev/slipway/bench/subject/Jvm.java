package dev.slipway.bench.subject;

import dev.slipway.bench.BenchFailed;
import dev.slipway.bench.driver.Connection;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server in a JVM of its own, which tells its address in a file. */
public final class Jvm implements AutoCloseable {

  private static final long START_SECONDS_MAX = 60;

  /** A JVM that makes a cache does so at its end. */
  private static final long STOP_SECONDS_MAX = 120;

  private static final long RUN_SECONDS_MAX = 300;
  private static final long LOOK_NANOS = 1_000_000;
  private static final double MILLIS_PER_TICK = 10;

  /** As the launcher starts servers. */
  private static final List<String> COMMON =
      List.of(
          "-XX:+UseSerialGC",
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "--enable-native-access=ALL-UNNAMED");

  private final Process process;
  private final Path addressFile;
  private final Path log;

  private Jvm(Process process, Path addressFile, Path log) {
    this.process = process;
    this.addressFile = addressFile;
    this.log = log;
  }

  /** Starts a JVM with this one's class path; the file with its address is waited for. */
  public static Jvm start(
      Path log, Path addressFile, List<String> options, List<String> mainAndArguments) {
    try {
      Files.deleteIfExists(addressFile);
      return new Jvm(process(log, options, mainAndArguments), addressFile, log);
    } catch (IOException failure) {
      throw new BenchFailed("A JVM could not be started", failure);
    }
  }

  /** Has a JVM with this one's class path do something, and waits until it has ended well. */
  public static void run(Path log, List<String> options, List<String> mainAndArguments) {
    try (Jvm jvm = new Jvm(process(log, options, mainAndArguments), log, log)) {
      if (!jvm.await(RUN_SECONDS_MAX) || jvm.process.exitValue() != 0) {
        throw new BenchFailed(mainAndArguments + " did not end well: " + jvm.tail());
      }
    } catch (IOException failure) {
      throw new BenchFailed("A JVM could not be started", failure);
    }
  }

  private static Process process(Path log, List<String> options, List<String> mainAndArguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(COMMON);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(mainAndArguments);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .redirectInput(new File("/dev/null"))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return process;
  }

  /** Waits until it has told its address and takes connections there. */
  public URI address() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        throw new BenchFailed("The server ended at once: " + tail());
      }
      if (Files.exists(addressFile) && answers()) {
        return read();
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    throw new BenchFailed("The server does not answer: " + tail());
  }

  private boolean answers() {
    try (Connection _ = Connection.to(read())) {
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private URI read() {
    try {
      return URI.create(Files.readString(addressFile).strip());
    } catch (IOException failure) {
      throw new BenchFailed("The address could not be read", failure);
    }
  }

  private String tail() {
    try {
      String text = Files.readString(log);
      return text.substring(Math.max(0, text.length() - 2_000));
    } catch (IOException failure) {
      return "its log cannot be read";
    }
  }

  /** The processor time that it has used, user and system, in milliseconds; see proc(5). */
  public double cpuMillis() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      // The name in brackets may hold spaces; user and system time are fields 14 and 15.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
    } catch (IOException failure) {
      throw new BenchFailed("The processor time could not be read", failure);
    }
  }

  public long pid() {
    return process.pid();
  }

  /** kill -9. */
  public void kill() {
    process.destroyForcibly();
    await(STOP_SECONDS_MAX);
  }

  @Override
  public void close() {
    process.destroy();
    if (!await(STOP_SECONDS_MAX)) {
      kill();
    }
  }

  private boolean await(long seconds) {
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
