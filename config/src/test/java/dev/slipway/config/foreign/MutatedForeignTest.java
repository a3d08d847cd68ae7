package dev.slipway.config.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.Compiled;
import dev.slipway.config.Documents;
import dev.slipway.config.Problem;
import dev.slipway.model.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Other systems' files with something broken in them: any bytes get an answer, and whatever is made
 * of them is valid.
 */
class MutatedForeignTest {

  private static final int MUTATIONS = 600;
  private static final Pattern SHOWABLE = Pattern.compile("[^\\p{Cntrl}\\u202a-\\u202e\\ufeff]*");
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "'",
          "null",
          "1",
          "-",
          "\n",
          "\t",
          "\0",
          "\u202e",
          "\\u0007",
          "{sha}",
          "{ssh_key}",
          "&a ",
          "*a",
          "!!int ",
          "<<",
          "---\n",
          "${port}",
          "; rm",
          "\\ud800",
          "\u0085",
          "\u2028",
          "deploy",
          "true",
          "~",
          "\"\"",
          "{}",
          "[]");

  @ParameterizedTest
  @ValueSource(longs = {1, 20_261_130})
  void never_an_exception_and_whatever_is_made_is_valid(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    SequencedMap<String, Bytes> folder = ForeignTest.folder(ForeignTest.SAMPLES.resolve("shop"));
    List<Map.Entry<String, Bytes>> files = List.copyOf(folder.entrySet());
    for (int i = 0; i < MUTATIONS; i++) {
      Path sample =
          ForeignTest.SAMPLES.resolve(List.of("seed", "single", "several").get(i % 3) + ".json");
      hold(Foreign.applications("f", mutated(Files.readAllBytes(sample), random)), seed, i);
      Map.Entry<String, Bytes> file = files.get(random.nextInt(files.size()));
      SequencedMap<String, Bytes> broken = new LinkedHashMap<>(folder);
      broken.put(file.getKey(), mutated(file.getValue().toArray(), random));
      hold(Foreign.pipeline("shop", broken), seed, i);
    }
  }

  private static void hold(Imported imported, long seed, int mutation) {
    switch (imported) {
      case Imported.Refused(List<Problem> problems) ->
          assertThat(problems)
              .as("seed %d, mutation %d", seed, mutation)
              .isNotEmpty()
              .allMatch(it -> !it.file().equals("slipway.yaml") && isTold(it.message()));
      case Imported.Understood(List<Finding> findings, String yaml) -> {
        assertThat(Documents.compile("made", Bytes.ofUtf8(yaml)))
            .as("seed %d, mutation %d", seed, mutation)
            .isInstanceOf(Compiled.Valid.class);
        assertThat(findings).allMatch(it -> SHOWABLE.matcher(it.there()).matches());
        assertThat(findings)
            .allMatch(it ->
                switch (it.outcome()) {
                  case Outcome.Taken(String here) -> isTold(here);
                  case Outcome.NotNeeded(String because) -> isTold(because);
                  case Outcome.Left(String because) -> isTold(because);
                });
      }
    }
  }

  private static boolean isTold(String sentence) {
    return SHOWABLE.matcher(sentence).matches()
        && !sentence.contains("Exception")
        && sentence.length() < 500;
  }

  private static Bytes mutated(byte[] bytes, SplittableRandom random) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), at + random.nextInt(12));
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      text =
          switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + piece + text.substring(at);
            case 1 -> text.substring(0, at) + text.substring(to);
            case 2 -> text.substring(0, at) + piece + text.substring(to);
            default -> text.substring(0, at);
          };
    }
    return Bytes.ofUtf8(text);
  }
}
