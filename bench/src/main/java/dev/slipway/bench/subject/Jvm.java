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
  private static final long STOP_SECONDS_MAX = 20;
  private static final long LOOK_NANOS = 1_000_000;
  private static final double MILLIS_PER_TICK = 10;

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
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(mainAndArguments);
    try {
      Files.deleteIfExists(addressFile);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .redirectInput(new File("/dev/null"))
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new Jvm(process, addressFile, log);
    } catch (IOException failure) {
      throw new BenchFailed("A JVM could not be started", failure);
    }
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
    await();
  }

  @Override
  public void close() {
    process.destroy();
    if (!await()) {
      process.destroyForcibly();
      await();
    }
  }

  private boolean await() {
    try {
      return process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
