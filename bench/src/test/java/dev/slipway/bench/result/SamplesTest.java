package dev.slipway.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SamplesTest {

  private static final long MILLI = 1_000_000;

  @Test
  void percentiles_are_samples_by_nearest_rank_whatever_their_order() {
    Samples samples =
        Samples.of(LongStream.rangeClosed(1, 100).map(i -> (101 - i) * MILLI).boxed().toList());

    assertThat(samples.p50()).isEqualTo(50);
    assertThat(samples.percentile(95)).isEqualTo(95);
    assertThat(samples.percentile(99)).isEqualTo(99);
    assertThat(samples.percentile(100)).isEqualTo(100);
  }

  @Test
  void few_samples_make_high_percentiles_the_largest() {
    Samples samples = Samples.of(List.of(3 * MILLI, MILLI, 2 * MILLI));

    assertThat(samples.p50()).isEqualTo(2);
    assertThat(samples.percentile(99)).isEqualTo(3);
    assertThat(samples.count()).isEqualTo(3);
  }

  @Test
  void nothing_measured_is_an_error_and_not_a_zero() {
    assertThatThrownBy(() -> Samples.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_percentile_outside_of_1_to_100_is_an_error() {
    Samples samples = Samples.of(List.of(MILLI));

    assertThatThrownBy(() -> samples.percentile(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> samples.percentile(101)).isInstanceOf(IllegalArgumentException.class);
  }
}
