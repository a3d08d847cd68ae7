package dev.slipway.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Digest;
import dev.slipway.model.Fence;
import dev.slipway.model.Position;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AcceptanceTest {

  private static final Digest SAME = Digest.ofHex("a".repeat(64));
  private static final Digest OTHER = Digest.ofHex("b".repeat(64));
  private static final Acceptance.Known HELD = new Acceptance.Known(fence(1, 10), SAME);

  private static Fence fence(long generation, long position) {
    return new Fence(generation, new Position(position));
  }

  private static Acceptance judge(Fence fence, Digest body) {
    return Acceptance.judge(Optional.of(HELD), fence, body);
  }

  @Test
  void the_first_order_is_taken() {
    assertThat(Acceptance.judge(Optional.empty(), fence(0, 1), SAME))
        .isInstanceOf(Acceptance.Accept.class);
  }

  @Test
  void a_higher_fence_is_taken_and_the_same_work_is_only_confirmed() {
    assertThat(judge(fence(1, 11), OTHER)).isInstanceOf(Acceptance.Accept.class);
    assertThat(judge(fence(1, 11), SAME)).isInstanceOf(Acceptance.Confirm.class);
  }

  @Test
  void a_higher_generation_beats_a_higher_position() {
    assertThat(judge(fence(2, 1), OTHER)).isInstanceOf(Acceptance.Accept.class);
    assertThat(judge(fence(0, 99), OTHER)).isInstanceOf(Acceptance.Refuse.class);
  }

  @Test
  void the_held_order_again_is_no_news() {
    assertThat(judge(fence(1, 10), SAME)).isInstanceOf(Acceptance.AlreadyHeld.class);
  }

  @Test
  void the_held_fence_with_another_body_is_refused() {
    assertThat(judge(fence(1, 10), OTHER))
        .isInstanceOfSatisfying(
            Acceptance.Refuse.class,
            refuse -> assertThat(refuse.because().code()).isEqualTo("fence-reused"));
  }

  @Test
  void a_lower_fence_is_refused_even_with_the_held_body() {
    assertThat(judge(fence(1, 9), SAME))
        .isInstanceOfSatisfying(
            Acceptance.Refuse.class,
            refuse -> assertThat(refuse.because().code()).isEqualTo("fence-too-low"));
  }
}
