package dev.slipway.http.show;

import dev.slipway.loop.door.DeliveryLogs.Kept;
import dev.slipway.wire.Log;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows logs by their names, which say where they come from. Stateless. */
public final class LogNames {

  private static final int GENERATION = 3;
  private static final int POSITION = 4;

  private LogNames() {}

  /** A log with the parts of its name, {@code TARGET.SERVICE.INSTANCE.GENERATION.POSITION}. */
  private record Named(List<String> parts, Kept about) {

    static Named of(Kept about) {
      return new Named(List.of(about.name().split("\\.", -1)), about);
    }

    String target() {
      return parts.get(0);
    }

    String service() {
      return parts.get(1);
    }

    String instance() {
      return parts.get(2);
    }

    long ordered(int part) {
      return Long.parseLong(parts.get(part));
    }
  }

  /** By target and service, and then as they were started. */
  private static final Comparator<Named> ORDER =
      Comparator.comparing(Named::target)
          .thenComparing(Named::service)
          .thenComparingLong(named -> named.ordered(GENERATION))
          .thenComparingLong(named -> named.ordered(POSITION))
          .thenComparingInt(named -> named.instance().length())
          .thenComparing(Named::instance);

  /** The logs of one delivery. */
  public static List<Log> shown(List<Kept> logs) {
    Map<String, Integer> attempts = new HashMap<>();
    List<Log> shown = new ArrayList<>();
    for (Named named : logs.stream().map(Named::of).sorted(ORDER).toList()) {
      int attempt = attempts.merge(named.target() + "." + named.service(), 1, Integer::sum);
      Kept about = named.about();
      shown.add(
          new Log(
              about.name(),
              named.target(),
              named.service(),
              named.instance(),
              attempt,
              about.first(),
              about.size(),
              about.dropped(),
              about.finished(),
              about.changedAt(),
              about.removedAt()));
    }
    return List.copyOf(shown);
  }
}
