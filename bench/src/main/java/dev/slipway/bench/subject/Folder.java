package dev.slipway.bench.subject;

import dev.slipway.bench.BenchFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A folder for one measurement. Closing it ends what was started in it and removes it; an interrupt
 * does so, too.
 */
public record Folder(Path path) implements AutoCloseable {

  /** A server that was just told to stop may write on for a moment. */
  private static final int TRIES_MAX = 40;

  private static final long BETWEEN_NANOS = 50_000_000;

  public static Folder make() {
    try {
      Folder folder = new Folder(Files.createTempDirectory("slipway-bench-").toRealPath());
      Runtime.getRuntime().addShutdownHook(new Thread(folder::close));
      return folder;
    } catch (IOException failure) {
      throw new BenchFailed("A folder for measuring cannot be made", failure);
    }
  }

  public Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    for (int i = 0; i < TRIES_MAX && Files.exists(path); i++) {
      startedHere().forEach(ProcessHandle::destroyForcibly);
      if (!isRemoved()) {
        LockSupport.parkNanos(BETWEEN_NANOS);
      }
    }
    if (Files.exists(path)) {
      System.err.println("The folder could not be removed: " + path);
    }
  }

  /**
   * Commands that are under way outlive their server, as they should; each works in this folder.
   */
  private List<ProcessHandle> startedHere() {
    return ProcessHandle.allProcesses()
        .filter(process -> workingFolder(process).startsWith(path))
        .toList();
  }

  private static Path workingFolder(ProcessHandle process) {
    try {
      return Path.of("/proc", Long.toString(process.pid()), "cwd").toRealPath();
    } catch (IOException gone) {
      return Path.of("/");
    }
  }

  private boolean isRemoved() {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
      return true;
    } catch (IOException | UncheckedIOException changed) {
      return false;
    }
  }
}
