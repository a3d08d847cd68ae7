package dev.slipway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {

  /** Its code, and what it printed on both ways. */
  private record Said(int code, String out, String err) {}

  @Test
  void it_says_how_it_went() {
    assertThat(said("--seed", "3", "--output", "json").out())
        .startsWith("{\"ok\":true,\"first\":3,\"seeds\":1,\"entries\":");
    Said some = said("--seeds", "2", "--first", "5");
    assertThat(some.code()).isZero();
    assertThat(some.out()).startsWith("Seeds from 5 on.\nAll laws held in 2 runs, over ");
  }

  @Test
  void a_trace_tells_what_happened() {
    assertThat(said("--seed", "3", "--trace").out())
        .contains(": started, ledger at 0", "the weather is calm", "All laws held in 1 runs");
  }

  @Test
  void a_part_of_a_run_is_a_run() {
    Said none = said("--seed", "3", "--only", "none", "--faults", "none", "--trace");
    assertThat(none.code()).isZero();
    assertThat(none.out()).contains("the weather is calm").doesNotContain("crashed");
  }

  @Test
  void planted_breaks_are_told_with_the_law_that_noticed() {
    assertThat(said("--planted", "--seeds", "2", "--output", "json").out())
        .contains(
            "{\"name\":\"superseded-returns\",\"killed\":true,\"by\":\"law-13\",\"seeds\":1}");
  }

  @Test
  void what_is_asked_wrongly_is_told_with_the_usage() {
    assertWrong("--seeds wants a whole number from 1 to 1000000, and got many.", "--seeds", "many");
    assertWrong("--seeds wants a whole number from 1 to 1000000, and got 0.", "--seeds", "0");
    assertWrong("--seed wants a word after it.", "--seed");
    assertWrong("There is no --sseed here.", "--sseed", "3");
    assertWrong("--output knows json, and got yaml.", "--output", "yaml");
    assertWrong("--faults knows no rain.", "--seed", "1", "--faults", "rain");
    assertWrong(
        "--only wants numbers such as 3,17, or none, and got a.", "--seed", "1", "--only", "a");
    assertWrong("--trace, --only and --faults are about one run; say --seed S too.", "--trace");
    assertWrong("--planted looks for seeds itself; leave --seed out.", "--planted", "--seed", "4");
  }

  private static void assertWrong(String because, String... words) {
    Said said = said(words);
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).startsWith(because + "\nusage: slipway simulate");
  }

  private static Said said(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            List.of(words),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
