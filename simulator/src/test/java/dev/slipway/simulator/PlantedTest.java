package dev.slipway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.simulator.planted.Hunt;
import dev.slipway.simulator.planted.Planted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlantedTest {

  /** Some breaks need weather that is rare; the first seed that shows one ends the search. */
  private static final int SEEDS = 1200;

  /** The seed that showed each break when it was last searched for, so that it seldom is again. */
  private static final Map<String, Long> REMEMBERED = remembered();

  static List<Planted> planted() {
    return Planted.all();
  }

  @ParameterizedTest
  @MethodSource("planted")
  void its_law_notices_a_planted_break_and_is_silent_where_nothing_is_broken(Planted planted) {
    Hunt hunt =
        Optional.ofNullable(REMEMBERED.get(planted.name()))
            .map(seed -> Hunt.of(planted, seed, 1))
            .filter(known -> known.killer().isPresent())
            .orElseGet(() -> searched(planted));
    assertThat(hunt.killer()).as("%s within %d seeds", planted.name(), SEEDS).isPresent();
    assertThat(hunt.innocent()).as("the same seed, whole").isEmpty();
  }

  /** From the first seed on; what is found says by which line it will be remembered. */
  private static Hunt searched(Planted planted) {
    Hunt hunt = Hunt.of(planted, 1, SEEDS);
    hunt.killer()
        .ifPresent(
            seed -> System.out.printf("planted.txt has to say: %s %d%n", planted.name(), seed));
    return hunt;
  }

  private static Map<String, Long> remembered() {
    try {
      return Files.readAllLines(Path.of("src/test/resources/planted.txt")).stream()
          .map(line -> line.split(" "))
          .collect(Collectors.toMap(words -> words[0], words -> Long.valueOf(words[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void only_breaks_that_there_are_are_remembered() {
    assertThat(planted()).extracting(Planted::name).containsAll(REMEMBERED.keySet());
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
