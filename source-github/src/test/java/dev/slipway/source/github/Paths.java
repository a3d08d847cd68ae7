package dev.slipway.source.github;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Paths with names in braces. Stateless. */
final class Paths {

  private Paths() {}

  /** What stands for each name, where the path has the shape of the template. */
  static Optional<Map<String, String>> match(String template, String path) {
    String[] names = template.split("/", -1);
    String[] parts = path.split("/", -1);
    if (names.length != parts.length) {
      return Optional.empty();
    }
    Map<String, String> found = new TreeMap<>();
    for (int i = 0; i < names.length; i++) {
      if (names[i].startsWith("{")) {
        found.put(names[i].substring(1, names[i].length() - 1), parts[i]);
      } else if (!names[i].equals(parts[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }
}
