package dev.slipway.config.read;

import dev.slipway.config.schema.Formats;
import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Reads durations such as {@code 1h30m}, from a second to a week. */
final class Durations {

  private static final Duration MIN = Duration.ofSeconds(1);
  private static final Duration MAX = Duration.ofDays(7);

  private final Problems problems;

  Durations(Problems problems) {
    this.problems = problems;
  }

  /** The duration under {@code key}, or {@code standard} when nothing usable is there. */
  Duration read(Node.Fields fields, String key, Duration standard) {
    return find(fields, key).orElse(standard);
  }

  /** The duration under {@code key}, if anything usable is there. */
  Optional<Duration> find(Node.Fields fields, String key) {
    return fields.text(key).flatMap(text -> read(key, text));
  }

  private Optional<Duration> read(String key, Node.Text text) {
    if (!Formats.DURATION.admits(text.value())) {
      return Optional.empty();
    }
    Duration duration = Duration.parse("PT" + text.value().toUpperCase(Locale.ROOT));
    if (duration.compareTo(MIN) < 0 || duration.compareTo(MAX) > 0) {
      problems.add(text.place(), "duration-out-of-range", "'" + key + "' must be from 1s to 168h.");
    }
    return Optional.of(duration);
  }
}
