package dev.slipway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.codec.Digests;
import dev.slipway.simulator.Run.Result;
import dev.slipway.simulator.planted.Breaks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimulationTest {

  /** How many fresh seeds are run; {@code -Dquick} runs few of them. */
  private static final int FRESH = Integer.getInteger("simulator.seeds", 100);

  private static final long SEEDS = 60;
  private static final long FIRST_MAX = 1_000_000_000;

  @Test
  void all_laws_hold_in_weather_that_nobody_has_seen_before() throws IOException {
    long first = Long.getLong("simulator.first", firstOfThisCode());
    System.out.println("Seeds from %d on.".formatted(first));
    Seeds.Outcome outcome = Seeds.run(first, FRESH, Setting::of, done -> {});
    outcome.failed().ifPresent(SimulationTest::assertLawful);
    assertThat(outcome.seeds()).isEqualTo(FRESH);
  }

  /** Other weather with each change of what is simulated, and the same wherever that is tested. */
  private static long firstOfThisCode() throws IOException {
    MessageDigest sha = Digests.sha256();
    for (String room : List.of("engine", "loop", "agent-core", "agent", "simulator")) {
      try (Stream<Path> files = Files.walk(Path.of("..", room, "src", "main"))) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          sha.update(Files.readAllBytes(file));
        }
      }
    }
    return Math.floorMod(ByteBuffer.wrap(sha.digest()).getLong(), FIRST_MAX);
  }

  @Test
  void all_laws_hold_in_the_weather_that_once_broke_one() {
    assertThat(Seeds.kept()).isNotEmpty().doesNotHaveDuplicates();
    Seeds.kept().stream().map(Run::of).forEach(SimulationTest::assertLawful);
  }

  @Test
  void guards_make_up_for_a_fold_that_lags_behind() {
    LongStream.rangeClosed(1, SEEDS)
        .parallel()
        .mapToObj(seed -> Run.of(Setting.of(seed).with(keys -> Breaks.laggingFold())))
        .forEach(SimulationTest::assertLawful);
  }

  private static void assertLawful(Result result) {
    assertThat(result.violations()).as("seed %d", result.seed()).isEmpty();
  }

  @Test
  void a_seed_replays_exactly() {
    assertThat(Run.of(7)).isEqualTo(Run.of(7));
    assertThat(Run.of(7).ledger()).isNotEqualTo(Run.of(8).ledger());
  }

  @Test
  void to_write_down_what_happens_changes_nothing() {
    Result traced = Run.of(Setting.of(9).traced(true));
    assertThat(traced.trace()).isNotEmpty();
    assertThat(Run.of(9).trace()).isEmpty();
    assertThat(traced.ledger()).isEqualTo(Run.of(9).ledger());
  }

  @Test
  void seeds_draw_small_towns_and_large_ones_and_not_always_the_same_faults() {
    assertThat(LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> Setting.of(seed).size()))
        .contains(Size.SMALL, Size.SMALL.served(2), Size.SMALL.served(3))
        .anyMatch(size -> size.sites().size() > 2)
        .extracting(size -> size.served(1).reaching(0))
        .contains(Size.SMALL, Size.MIDDLE, Size.LARGE);
    assertThat(Size.LARGE.targets()).hasSize(8);
    for (Fault fault : Fault.values()) {
      assertThat(
              LongStream.rangeClosed(1, SEEDS)
                  .filter(seed -> Setting.of(seed).faultsOn().contains(fault))
                  .count())
          .as("%s", fault)
          .isBetween(SEEDS / 2, SEEDS - 1);
    }
  }

  @Test
  void runs_are_not_empty_of_weather() {
    String trace =
        LongStream.rangeClosed(1, SEEDS)
            .parallel()
            .mapToObj(seed -> String.join("\n", Run.of(Setting.of(seed).traced(true)).trace()))
            .collect(Collectors.joining("\n"));
    assertThat(trace)
        .contains(
            "server: crashed",
            "server-3: crashed",
            "server-2: frozen",
            "agent-staging-local: crashed",
            "its machine was restarted",
            "ShipmentSuperseded",
            "GuardrailJudged",
            "ApprovalGiven",
            "GuardrailBypassed",
            "DeliveryRejected",
            "CheckReported",
            "ChecksRead",
            "ImageMoved",
            "ExternalRecorded",
            "MemberRemoved",
            "You wrote a part of this",
            "Baking until",
            "Every target was healthy from",
            "RolloutFailed",
            "RolloutSettled",
            "JobEnded",
            "Announced",
            "ApplicationRemoved",
            "RolloutCancelled",
            "PlacementPaused",
            "InputsHeld",
            "ShipmentHeld",
            "ShipmentMoved",
            "TargetPaused",
            "TargetRemoved",
            "EnvironmentGroupDeclared",
            "joins the group",
            "StepContinued",
            "to be in force; ",
            "Began",
            "Kept");
  }
}
