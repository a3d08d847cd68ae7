package dev.slipway.app.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Webhooks that hosts sent, and what may have become of them on the way. */
final class Recordings {

  private static final String GITHUB = "github";

  private Recordings() {}

  /** One recorded webhook, and what the table says becomes of it. */
  record Recording(String host, String file, String event, String outcome) {

    String body() {
      return resource(host, "webhooks/" + file);
    }
  }

  /** GitHub's. */
  static List<Recording> all() {
    return of(GITHUB);
  }

  /** The table of a host, one line per file. */
  static List<Recording> of(String host) {
    return resource(host, "outcomes.csv")
        .lines()
        .skip(1)
        .map(line -> line.split(",", 3))
        .map(cells -> new Recording(host, cells[0], cells[1], cells[2]))
        .toList();
  }

  static String resource(String name) {
    return resource(GITHUB, name);
  }

  private static String resource(String host, String name) {
    String path = "/dev/slipway/source/" + host + "/" + name;
    try (InputStream file = Recordings.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
