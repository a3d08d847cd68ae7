package dev.slipway.forwarder;

import dev.slipway.forwarder.routes.ForwarderFolder;
import dev.slipway.forwarder.routes.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What one forwarder says, in a folder named after its process. One writer at a time. */
final class RunFolder {

  private static final int START_TICKS = 19;

  private final Path folder;
  private final Map<String, String> said = new HashMap<>();

  private RunFolder(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder of the present process; it holds nothing yet. */
  static RunFolder open(ForwarderFolder forwarder) throws IOException {
    long pid = ProcessHandle.current().pid();
    return new RunFolder(Files.createDirectories(forwarder.run().resolve(pid + "-" + ticks(pid))));
  }

  /** When the process started, in the kernel's ticks: with its number, this is its identity. */
  private static String ticks(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return fields.get(START_TICKS);
  }

  void say(String name, Standing standing) {
    String text = standing.text();
    if (text.equals(said.put(name, text))) {
      return;
    }
    try {
      Path part = folder.resolve(name + ForwarderFolder.PART);
      Files.writeString(part, text);
      Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void keepOnly(Set<String> names) {
    List<String> gone = said.keySet().stream().filter(name -> !names.contains(name)).toList();
    for (String name : gone) {
      said.remove(name);
      delete(folder.resolve(name));
    }
  }

  void remove() throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.forEach(RunFolder::delete);
      }
      Files.deleteIfExists(folder);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
