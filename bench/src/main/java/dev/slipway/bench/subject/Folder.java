package dev.slipway.bench.subject;

import dev.slipway.bench.BenchFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for one measurement, in the working folder's file system and not in memory. Closing it
 * ends what was started in it and removes it.
 */
public record Folder(Path path) implements AutoCloseable {

  public static Folder make() {
    try {
      return new Folder(Files.createTempDirectory("slipway-bench-").toRealPath());
    } catch (IOException failure) {
      throw new BenchFailed("A folder for measuring cannot be made", failure);
    }
  }

  public Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    startedHere().forEach(ProcessHandle::destroyForcibly);
    remove();
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

  private void remove() {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      System.err.println("The folder could not be removed: " + path);
    }
  }
}
