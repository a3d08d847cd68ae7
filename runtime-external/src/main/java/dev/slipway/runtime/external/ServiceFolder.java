package dev.slipway.runtime.external;

import dev.slipway.model.ServiceName;
import dev.slipway.model.Slot;
import dev.slipway.model.definition.Template;
import dev.slipway.runtime.files.Durable;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is kept of one service: which release was applied last, so that it can be taken away. */
record ServiceFolder(Path slot, ServiceName service) {

  private static final int WORDS_MAX = 1000;

  /**
   * The release that was applied last, or was about to be.
   *
   * @param folder where it lies
   * @param apply the program that takes it away again
   */
  record Applied(Path folder, List<Template> apply) {}

  static Path slot(Path root, Slot slot) {
    return root.resolve("slots")
        .resolve(
            slot.target().environment() + "." + slot.target().target() + "." + slot.application());
  }

  /** The services of a slot of which something may be there. */
  static SortedSet<ServiceName> in(Path slot) throws IOException {
    SortedSet<ServiceName> services = new TreeSet<>();
    Path folder = slot.resolve("services");
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> !name.endsWith(".part"))
            .forEach(name -> services.add(new ServiceName(name)));
      }
    }
    return services;
  }

  /** Where the answer of {@code fetch} lies until it is read. */
  Path output() {
    return slot.resolve("output").resolve(service.value());
  }

  /** Where that which a look writes lies until the next one; made empty. */
  Path looked() throws IOException {
    Path file = Files.createDirectories(output()).resolve("look.log");
    Files.deleteIfExists(file);
    return file;
  }

  String mark() {
    return slot + "/" + service;
  }

  Optional<Applied> applied() throws IOException {
    if (!Files.exists(file())) {
      return Optional.empty();
    }
    Properties lines = new Properties();
    lines.load(new StringReader(Files.readString(file())));
    List<Template> words = new ArrayList<>();
    for (int i = 0; i < WORDS_MAX && lines.containsKey("apply." + i); i++) {
      words.add(new Template(lines.getProperty("apply." + i)));
    }
    return Optional.of(new Applied(Path.of(lines.getProperty("release", "")), words));
  }

  void keep(Applied applied) throws IOException {
    StringBuilder text = new StringBuilder();
    line(text, "release", applied.folder().toString());
    int count = 0;
    for (Template word : applied.apply()) {
      line(text, "apply." + count, word.text());
      count++;
    }
    Files.createDirectories(file().resolveSibling(""));
    Durable.write(file(), text.toString());
  }

  void forget() throws IOException {
    Files.deleteIfExists(file());
  }

  /** As {@link Properties} reads it: whatever could be taken for something else is a code. */
  private static void line(StringBuilder text, String key, String value) {
    text.append(key).append('=');
    value
        .chars()
        .forEach(c ->
            text.append(
                Character.isLetterOrDigit(c) && c < 128 ? "" + (char) c : "\\u%04x".formatted(c)));
    text.append('\n');
  }

  private Path file() {
    return slot.resolve("services").resolve(service.value());
  }
}
