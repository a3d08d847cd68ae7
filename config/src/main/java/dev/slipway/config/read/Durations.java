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
    return findFrom(fields, key, MIN);
  }

  /** As above, where less than {@code least} makes no sense. */
  Optional<Duration> findFrom(Node.Fields fields, String key, Duration least) {
    return fields.text(key).flatMap(text -> read(key, text, least));
  }

  private Optional<Duration> read(String key, Node.Text text, Duration least) {
    if (!Formats.DURATION.admits(text.value())) {
      return Optional.empty();
    }
    Duration duration = Duration.parse("PT" + text.value().toUpperCase(Locale.ROOT));
    if (duration.compareTo(least) < 0 || duration.compareTo(MAX) > 0) {
      problems.add(
          text.place(),
          "duration-out-of-range",
          "'%s' must be from %ds to 168h.".formatted(key, least.toSeconds()));
    }
    return Optional.of(duration);
  }
}
