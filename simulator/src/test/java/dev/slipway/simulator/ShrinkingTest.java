package dev.slipway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.simulator.Run.Result;
import dev.slipway.simulator.Shrinking.Smallest;
import dev.slipway.simulator.planted.Hunt;
import dev.slipway.simulator.planted.Planted;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShrinkingTest {

  private static final int SEEDS = 100;

  @Test
  void a_failing_run_shrinks_to_a_few_happenings_that_still_fail() {
    Planted returns =
        Planted.all().stream()
            .filter(one -> one.name().equals("superseded-returns"))
            .findFirst()
            .orElseThrow();
    Setting failing = returns.at(Hunt.of(returns, 1, SEEDS).killer().orElseThrow());
    Result before = Run.of(failing);
    Smallest smallest = Shrinking.of(failing, before);
    assertThat(smallest.result().laws()).contains(before.laws().getFirst());
    assertThat(smallest.result().happened()).hasSizeLessThan(before.happened().size());
    assertThat(smallest.setting().faultsOn()).isEmpty();
    assertThat(Run.of(smallest.setting())).isEqualTo(smallest.result());
    assertThat(smallest.replay())
        .startsWith("./slipway simulate --seed " + failing.seed() + " --only ")
        .endsWith(" --faults none --trace");
  }

  @Test
  void to_leave_a_happening_out_leaves_the_others_as_they_were() {
    Setting whole = Setting.of(3);
    TreeSet<Integer> some = new TreeSet<>();
    Run.of(whole).happened().stream().limit(4).map(Moment::number).forEach(some::add);
    assertThat(Run.of(whole.only(some)).happened())
        .isEqualTo(Run.of(whole).happened().subList(0, 4));
  }
}
