package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Bytes;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid documents with something broken in them: any bytes get an answer with places. */
class MutationTest {

  private static final int MUTATIONS = 2_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 20_261_121})
  void never_an_exception_and_always_a_place(long seed) {
    var mutations = new Mutations(seed);
    for (int i = 0; i < MUTATIONS / 2; i++) {
      Bytes mutated = mutations.next();

      Compiled compiled = Documents.compile("mutated", mutated);

      if (compiled instanceof Compiled.Invalid(List<Problem> problems)) {
        assertThat(problems).as("seed %d, mutation %d", seed, i).hasSizeBetween(1, 20);
        assertThat(problems).allMatch(problem -> isTold(problem, mutated.utf8()));
      }
    }
  }

  private static boolean isTold(Problem problem, String text) {
    List<String> lines = Arrays.asList(text.split("\r\n|\n|\r", -1));
    boolean inFile = problem.line() >= 1 && problem.line() <= lines.size();
    return inFile
        && problem.column() >= 1
        && problem.column() <= lines.get(problem.line() - 1).length() + 1
        && !problem.message().contains("Exception")
        && problem.message().length() < 500;
  }
}
