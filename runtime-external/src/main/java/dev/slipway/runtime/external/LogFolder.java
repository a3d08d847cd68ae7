package dev.slipway.runtime.external;

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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the programs of one slot have written, a log for each turn: {@code SERVICE-SERIAL.log}, and
 * in {@code SERVICE-SERIAL.about} for which work it was.
 */
record LogFolder(Path folder) {

  private static final int LOGS_MAX = 30;
  private static final String LOG = ".log";
  private static final String ABOUT = ".about";

  /** What it is called, and its number in the slot. */
  private record Name(String service, long serial) {

    static Name parse(String name) {
      int dash = name.lastIndexOf('-');
      return new Name(name.substring(0, dash), Long.parseLong(name.substring(dash + 1)));
    }

    @Override
    public String toString() {
      return service + "-" + serial;
    }
  }

  static LogFolder of(Path slot) {
    return new LogFolder(slot.resolve("logs"));
  }

  /** Begins the log of a turn. A former one that a crash left open has ended by now. */
  TurnLog begin(Fence fence, ServiceName service) throws IOException {
    Files.createDirectories(folder);
    List<Name> names = oldestFirst();
    for (Name old : names.subList(0, Math.max(0, names.size() - LOGS_MAX + 1))) {
      new WrittenFile(file(old, LOG)).forget();
      Files.deleteIfExists(file(old, ABOUT));
    }
    Name name = new Name(service.value(), names.isEmpty() ? 1 : names.getLast().serial() + 1);
    Durable.write(file(name, ABOUT), fence.toString());
    return new TurnLog(file(name, LOG), file(name, ABOUT), fence);
  }

  /** The logs, the oldest first. The turns of a slot are one after the other. */
  List<Log> all() throws IOException {
    List<Log> logs = new ArrayList<>();
    List<Name> names = oldestFirst();
    for (Name name : names) {
      Optional<String> about = about(name);
      if (about.isPresent()) {
        String[] words = about.get().split(" ", -1);
        logs.add(
            new Log(
                Fence.parse(words[0]),
                new ServiceName(name.service()),
                "programs-" + name.serial(),
                new WrittenFile(file(name, LOG)),
                words.length > 1 || !name.equals(names.getLast())));
      }
    }
    return List.copyOf(logs);
  }

  /** Empty when it was forgotten just now. */
  private Optional<String> about(Name name) throws IOException {
    Path about = file(name, ABOUT);
    return Files.exists(about) ? Optional.of(Files.readString(about)) : Optional.empty();
  }

  private Path file(Name name, String end) {
    return folder.resolve(name + end);
  }

  private List<Name> oldestFirst() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ABOUT))
          .map(file -> Name.parse(file.substring(0, file.length() - ABOUT.length())))
          .sorted(Comparator.comparingLong(Name::serial))
          .toList();
    }
  }
}
