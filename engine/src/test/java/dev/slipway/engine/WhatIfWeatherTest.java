package dev.slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.whatif.Difference;
import dev.slipway.engine.whatif.WhatIf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Replays of whatever happens: none breaks, and most of each is as it was. */
class WhatIfWeatherTest {

  private static final int SEEDS = 100;
  private static final int BEFORE = 20;
  private static final int STEPS = 80;

  @Test
  void
      a_replay_of_any_weather_with_nothing_changed_comes_to_much_the_same_and_marks_what_does_not() {
    List<WhatIf.Row> rows = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      rows.addAll(replayed(seed).rows());
    }
    assertThat(rows).hasSizeGreaterThan(SEEDS);
    assertThat(rows.stream().filter(WhatIf.Row::faithful).count())
        .isGreaterThan(rows.size() * 3L / 4);
    assertThat(rows).allMatch(row -> row.faithful() == row.difference() instanceof Difference.Same);
  }

  private static WhatIf.Answer replayed(int seed) {
    Weather weather = new Weather(new SplittableRandom(seed));
    steps(weather, BEFORE);
    Given given = weather.given().later(Duration.ofMinutes(1));
    Instant since = given.now();
    steps(weather, STEPS);
    return Supposing.ask(given, since);
  }

  private static void steps(Weather weather, int many) {
    for (int step = 0; step < many; step++) {
      weather.given().later(Duration.ofSeconds(20));
      weather.step();
    }
  }
}
