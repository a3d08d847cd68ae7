package dev.slipway.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TransitionTest {

  @Test
  void no_two_rows_answer_the_same_question() {
    Set<List<Object>> seen = new HashSet<>();
    for (Transition row : Transition.TABLE) {
      assertThat(seen.add(List.of(row.from(), row.on()))).as("%s", row).isTrue();
    }
  }

  @Test
  void whatever_is_not_in_the_table_changes_nothing() {
    for (Phase phase : Phase.values()) {
      for (Happening happening : Happening.values()) {
        Transition transition = Transition.of(phase, happening);
        if (!Transition.TABLE.contains(transition)) {
          assertThat(transition.to()).isEqualTo(phase);
          assertThat(transition.deeds()).isEmpty();
        }
      }
    }
  }

  @Test
  void a_newer_order_is_taken_up_in_every_phase() {
    for (Phase phase : Phase.values()) {
      Transition transition = Transition.of(phase, Happening.ORDERED);
      boolean works = phase == Phase.CONVERGING || phase == Phase.HEALING;
      assertThat(transition.to())
          .as("%s", phase)
          .isEqualTo(works || phase == Phase.YIELDING ? Phase.YIELDING : Phase.CONVERGING);
      assertThat(transition.deeds().contains(Deed.CANCEL)).isEqualTo(works);
    }
  }

  @Test
  void work_begins_only_where_none_is_under_way_or_where_it_just_ended() {
    Set<Phase> working = Set.of(Phase.CONVERGING, Phase.HEALING, Phase.YIELDING);
    Set<Happening> ends =
        Set.of(Happening.CONVERGED, Happening.DONE, Happening.FAILED, Happening.MISSED);
    for (Transition row : Transition.TABLE) {
      if (row.deeds().contains(Deed.BEGIN) || row.deeds().contains(Deed.HEAL)) {
        assertThat(!working.contains(row.from()) || ends.contains(row.on())).as("%s", row).isTrue();
      }
    }
  }

  @Test
  void every_end_of_a_first_convergence_is_reported() {
    for (Happening end :
        List.of(Happening.CONVERGED, Happening.DONE, Happening.FAILED, Happening.MISSED)) {
      assertThat(Transition.of(Phase.CONVERGING, end).deeds()).contains(Deed.REPORT_END);
      assertThat(Transition.of(Phase.YIELDING, end).deeds()).contains(Deed.REPORT_END);
    }
  }

  @Test
  void a_failed_order_is_never_healed() {
    assertThat(Transition.of(Phase.CONVERGING, Happening.FAILED).to()).isEqualTo(Phase.RESTING);
    assertThat(Transition.of(Phase.RESTING, Happening.DIFFERS).deeds()).isEmpty();
    assertThat(Transition.of(Phase.RESTING, Happening.DUE).deeds()).isEmpty();
  }

  @Test
  void a_way_back_is_tried_again_for_ever() {
    Transition missed = Transition.of(Phase.CONVERGING, Happening.MISSED);
    assertThat(missed.to()).isEqualTo(Phase.DRIFTED);
    assertThat(missed.deeds()).contains(Deed.BACK_OFF);
    assertThat(Transition.of(Phase.HEALING, Happening.MISSED).to()).isEqualTo(Phase.DRIFTED);
  }
}
