package dev.slipway.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The storm that a seed makes: which kinds of happenings it knows (each seed leaves some out, for
 * mistakes hide behind what always comes along), how long it lasts, and what comes when.
 */
final class Forecast {

  private static final Duration SHORTEST = Duration.ofMinutes(3);
  private static final Duration LONGEST = Duration.ofMinutes(12);
  private static final Duration GAP = Duration.ofSeconds(15);
  private static final int KNOWN_PERCENT = 75;
  private static final int FAVOUR = 8;

  private Forecast() {}

  static List<Moment> of(Setting setting, List<Happening> happenings) {
    SplittableRandom random = new SplittableRandom(setting.seed() + 1);
    List<Happening> known = known(setting, happenings, random);
    long lasts = random.nextLong(SHORTEST.toMillis(), LONGEST.toMillis());
    int total = known.stream().mapToInt(one -> weight(setting, one)).sum();
    List<Moment> moments = new ArrayList<>();
    long at = 0;
    while (total > 0 && at < lasts) {
      at += random.nextLong(GAP.toMillis());
      String name = drawn(setting, known, random.nextInt(total));
      moments.add(new Moment(moments.size() + 1, Duration.ofMillis(at), name, random.nextLong()));
    }
    return moments;
  }

  private static List<Happening> known(
      Setting setting, List<Happening> happenings, SplittableRandom random) {
    return happenings.stream()
        .filter(
            one -> random.nextInt(100) < KNOWN_PERCENT || setting.favoured().contains(one.name()))
        .toList();
  }

  private static int weight(Setting setting, Happening happening) {
    return setting.favoured().contains(happening.name())
        ? happening.weight() * FAVOUR
        : happening.weight();
  }

  private static String drawn(Setting setting, List<Happening> known, int lot) {
    int left = lot;
    for (Happening happening : known) {
      left -= weight(setting, happening);
      if (left < 0) {
        return happening.name();
      }
    }
    throw new IllegalStateException("The weights do not add up.");
  }
}
