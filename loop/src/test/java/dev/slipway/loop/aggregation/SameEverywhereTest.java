package dev.slipway.loop.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The same documents come to the same bytes in another process with everything else otherwise. */
class SameEverywhereTest {

  private static final int SETS = Boolean.getBoolean("slipway.full") ? 10_000 : 2_000;
  private static final int ENVIRONMENTS = 3;
  private static final long SECONDS_MAX = 300;

  private static String here(String order, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Anywhere.class.getName(), Integer.toString(SETS), order));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = said(process);
    assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  private static String said(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  @Test
  void documents_in_another_order_zone_language_and_hash_seed_come_to_the_same_digest()
      throws Exception {
    String one =
        here(
            "1",
            "-Duser.timezone=Pacific/Kiritimati",
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:hashCode=2");
    String other =
        here(
            "2",
            "-Duser.timezone=America/Los_Angeles",
            "-Duser.language=ar",
            "-Duser.country=EG",
            "-Dfile.encoding=ISO-8859-1");

    assertThat(one).isEqualTo(other).startsWith(SETS + " sets, ");
    assertThat(Integer.parseInt(one.replaceFirst(".* sets, (\\d+) in conflict.*", "$1")))
        .as("some cannot be followed, and some can: %s", one)
        .isBetween(SETS / 20, SETS * ENVIRONMENTS * 9 / 10);
  }
}
