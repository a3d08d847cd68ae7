package dev.slipway.runtime.process;

import dev.slipway.model.Fence;
import dev.slipway.model.ServiceName;
import dev.slipway.runtime.Log;
import dev.slipway.runtime.files.Durable;
import dev.slipway.runtime.files.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the processes of one slot have written: {@code NAME-SERIAL.log}, and in {@code
 * NAME-SERIAL.fence} the fence of the work for which the process was started.
 */
record LogFolder(Path folder) {

  private static final int LOGS_MAX = 30;
  private static final String LOG = ".log";
  private static final String FENCE = ".fence";

  Path of(Instance instance) {
    return folder.resolve(instance.name() + LOG);
  }

  /** Notes for which work a process is about to be started. */
  void begin(Instance instance, Fence fence) throws IOException {
    prune();
    Durable.write(folder.resolve(instance.name() + FENCE), fence.toString());
  }

  /** Keeps the newest logs, for they outlive what wrote them. */
  private void prune() throws IOException {
    List<String> names = oldestFirst();
    for (String old : names.subList(0, Math.max(0, names.size() - LOGS_MAX + 1))) {
      new WrittenFile(folder.resolve(old + LOG)).forget();
      Files.deleteIfExists(folder.resolve(old + FENCE));
    }
  }

  /**
   * The logs, but those of earlier versions, which did not note a fence.
   *
   * @param unended the names of the processes that may write more
   */
  List<Log> all(Set<String> unended) throws IOException {
    List<Log> logs = new ArrayList<>();
    for (String name : oldestFirst()) {
      Path fence = folder.resolve(name + FENCE);
      if (Files.exists(fence)) {
        logs.add(
            new Log(
                Fence.parse(Files.readString(fence)),
                new ServiceName(name.substring(0, name.lastIndexOf('-'))),
                name,
                new WrittenFile(folder.resolve(name + LOG)),
                !unended.contains(name)));
      }
    }
    return List.copyOf(logs);
  }

  private List<String> oldestFirst() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(LOG))
          .sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .map(file -> file.getFileName().toString())
          .map(name -> name.substring(0, name.length() - LOG.length()))
          .toList();
    }
  }
}
