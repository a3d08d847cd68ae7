package dev.slipway.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class TargetTest {

  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void ratio_and_processor_time_must_both_lie_within() {
    Target target = Target.ratio(3).andCpu(5);

    assertThat(target.isMetBy(of(3), of(5))).isTrue();
    assertThat(target.isMetBy(of(3.1), of(1))).isFalse();
    assertThat(target.isMetBy(of(1), of(5.1))).isFalse();
  }

  @Test
  void what_is_demanded_and_was_not_measured_is_not_met() {
    assertThat(Target.ratio(3).isMetBy(NONE, of(1))).isFalse();
    assertThat(Target.cpu(5).isMetBy(of(1), NONE)).isFalse();
  }

  @Test
  void what_is_not_demanded_does_not_matter() {
    assertThat(Target.cpu(5).isMetBy(NONE, of(4))).isTrue();
    assertThat(Target.ratio(3).isMetBy(of(2), of(1_000))).isTrue();
  }

  private static OptionalDouble of(double value) {
    return OptionalDouble.of(value);
  }
}
