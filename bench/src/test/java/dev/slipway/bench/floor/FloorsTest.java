package dev.slipway.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.bench.driver.Round;
import dev.slipway.bench.subject.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The floors do what they are to cost; how long they take is nobody's business here. */
final class FloorsTest {

  @Test
  void the_floor_of_a_deploy_starts_a_command_and_tells_of_its_end(@TempDir Path folder)
      throws Exception {
    try (DeployFloor floor = DeployFloor.in(folder)) {
      Round first = floor.round("an order");
      Round second = floor.round("another order");

      assertThat(first.toStart()).isPositive().isLessThan(first.toConverged());
      assertThat(second.toStart()).isPositive().isLessThan(second.toConverged());
    }
    assertThat(folder.resolve("floor")).hasSize(2 * 4 * 4096L);
    assertThat(folder.resolve("floor-starts")).doesNotExist();
  }

  @Test
  void the_floor_of_steps_waits_for_the_disk_at_both_sides_of_each(@TempDir Path folder)
      throws Exception {
    try (StepFloor floor = StepFloor.in(folder, List.of("true"))) {
      assertThat(floor.round(3)).isPositive();
    }
    assertThat(folder.resolve("step-floor")).hasSize(3 * 2 * 4096L);
  }

  @Test
  void the_floor_of_a_push_checks_out_what_was_pushed(@TempDir Path folder) throws Exception {
    Origin origin = Origin.make(folder, "shop");
    SourceFloor floor = SourceFloor.in(folder, origin.url(), List.of("true"));
    origin.push("page", "one");
    floor.round();
    origin.push("page", "two");
    floor.round();

    assertThat(Files.readString(folder.resolve("floor-checkout").resolve("page"))).isEqualTo("two");
  }
}
