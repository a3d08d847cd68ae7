package dev.slipway.bench.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class EngineStepsTest {

  @Test
  void orders_are_issued_and_carried_out_one_after_the_other() {
    EngineSteps steps = EngineSteps.measure(5, 20, InstantSource.system());

    assertThat(steps.perMinute()).isPositive();
  }
}
