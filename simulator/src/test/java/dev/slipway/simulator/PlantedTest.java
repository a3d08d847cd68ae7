package dev.slipway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.simulator.planted.Hunt;
import dev.slipway.simulator.planted.Planted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlantedTest {

  /** Some breaks need weather that is rare; the first seed that shows one ends the search. */
  private static final int SEEDS = 1200;

  static List<Planted> planted() {
    return Planted.all();
  }

  @ParameterizedTest
  @MethodSource("planted")
  void its_law_notices_a_planted_break_and_is_silent_where_nothing_is_broken(Planted planted) {
    Hunt hunt = Hunt.of(planted, 1, SEEDS);
    assertThat(hunt.killer()).as("%s within %d seeds", planted.name(), SEEDS).isPresent();
    assertThat(hunt.innocent()).as("the same seed, whole").isEmpty();
  }

  @Test
  void each_break_has_a_name_of_its_own_and_is_told_in_the_paper() throws IOException {
    assertThat(planted()).extracting(Planted::name).doesNotHaveDuplicates();
    String paper = Files.readString(Path.of("../docs/laws.md"));
    assertThat(paper.lines().filter(line -> line.matches("\\| `[a-z-]+` \\| [^|]+ \\| \\d+ \\|")))
        .containsExactlyInAnyOrderElementsOf(
            planted().stream()
                .map(one -> "| `%s` | %s | %d |".formatted(one.name(), one.what(), one.law()))
                .toList());
  }
}
