package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.http.gate.Standing;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class StandingTest {

  private Instant now = Instant.EPOCH;
  private boolean valid = true;
  private int looks;
  private final Standing standing =
      new Standing(
          () -> now,
          () -> {
            looks++;
            return valid;
          });

  @Test
  void a_credential_that_ended_is_noticed_a_second_later_at_most() {
    assertThat(standing.counts()).isTrue();
    valid = false;
    now = now.plusMillis(999);
    assertThat(standing.counts()).isTrue();
    now = now.plusMillis(1);
    assertThat(standing.counts()).isFalse();
  }

  @Test
  void it_is_looked_up_once_a_second_however_often_it_is_asked() {
    for (int i = 0; i < 3000; i++) {
      assertThat(standing.counts()).isTrue();
      now = now.plusMillis(1);
    }
    assertThat(looks).isEqualTo(3);
  }

  @Test
  void once_it_does_not_count_it_never_does_again() {
    valid = false;
    assertThat(standing.counts()).isFalse();
    valid = true;
    now = now.plusSeconds(60);
    assertThat(standing.counts()).isFalse();
  }
}
