package dev.slipway.http.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PaceTest {

  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final Pace pace = new Pace(10, 20, () -> now);

  private long admitted(String caller, int calls) {
    return IntStream.range(0, calls).filter(call -> pace.admits(caller)).count();
  }

  @Test
  void a_caller_has_its_burst_and_then_its_rate() {
    assertThat(admitted("a", 100)).isEqualTo(20);
    now = now.plusMillis(500);
    assertThat(admitted("a", 100)).isEqualTo(5);
    now = now.plusSeconds(3600);
    assertThat(admitted("a", 100)).isEqualTo(20);
  }

  @Test
  void one_caller_takes_nothing_from_another() {
    assertThat(admitted("a", 100)).isEqualTo(20);
    assertThat(admitted("b", 100)).isEqualTo(20);
  }

  @Test
  void what_is_expected_of_a_caller_is_taken_beside_its_rate_and_no_more_than_its_burst() {
    assertThat(admitted("a", 100)).isEqualTo(20);
    pace.expect("a", 4);
    assertThat(admitted("a", 100)).isEqualTo(4);
    pace.expect("a", 100);
    assertThat(admitted("a", 100)).isEqualTo(20);
  }

  @Test
  void a_clock_that_goes_back_gives_and_takes_nothing() {
    assertThat(admitted("a", 20)).isEqualTo(20);
    now = now.minusSeconds(60);
    assertThat(admitted("a", 10)).isZero();
  }
}
