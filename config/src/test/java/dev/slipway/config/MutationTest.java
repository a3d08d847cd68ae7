package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid documents with something broken in them: any bytes get an answer with places. */
class MutationTest {

  private static final int MUTATIONS = 2_000;
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ": ",
          "- ",
          "\n",
          "\t",
          "\"",
          "'",
          "&a ",
          "*a",
          "!!int ",
          "<<: ",
          "---\n",
          "...\n",
          "? ",
          "| \n",
          "> ",
          "%TAG ! a\n",
          "#",
          "\\",
          "\0",
          "\u202e",
          "null",
          "${port}",
          "{sha}",
          "{params[",
          "$(id)",
          "`",
          "\\U7fffffff",
          "999999999h",
          "refs/heads/");

  @ParameterizedTest
  @ValueSource(longs = {1, 20_261_121})
  void never_an_exception_and_always_a_place(long seed) {
    var random = new SplittableRandom(seed);
    List<Path> samples = Samples.in("valid");
    for (int i = 0; i < MUTATIONS / 2; i++) {
      Path sample = samples.get(random.nextInt(samples.size()));
      Bytes mutated = mutate(Samples.bytes(sample).toArray(), random);

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

  private static Bytes mutate(byte[] bytes, SplittableRandom random) {
    byte[] mutated = bytes;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(mutated.length + 1);
      mutated =
          switch (random.nextInt(4)) {
            case 0 ->
                spliced(
                    mutated,
                    at,
                    0,
                    PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            case 1 -> spliced(mutated, at, 1 + random.nextInt(10), new byte[0]);
            case 2 -> spliced(mutated, at, 1, new byte[] {(byte) random.nextInt(256)});
            default -> {
              int from = random.nextInt(mutated.length + 1);
              int to = Math.min(mutated.length, from + random.nextInt(60));
              yield spliced(mutated, at, 0, Arrays.copyOfRange(mutated, from, to));
            }
          };
    }
    return Bytes.of(mutated);
  }

  private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
    int rest = Math.min(bytes.length, at + removed);
    byte[] out = Arrays.copyOf(bytes, at + added.length + bytes.length - rest);
    System.arraycopy(added, 0, out, at, added.length);
    System.arraycopy(bytes, rest, out, at + added.length, bytes.length - rest);
    return out;
  }
}
