package dev.slipway.source.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Paths with names in braces, and what else stands in a request's first line. Stateless. */
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

  static Map<String, String> query(URI uri) {
    Map<String, String> query = new TreeMap<>();
    Optional.ofNullable(uri.getQuery()).stream()
        .flatMap(text -> List.of(text.split("&", -1)).stream())
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> query.put(pair[0], pair.length > 1 ? pair[1] : ""));
    return query;
  }

  static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
