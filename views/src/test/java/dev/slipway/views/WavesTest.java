package dev.slipway.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slipway.model.TargetName;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.state.Pace;
import dev.slipway.views.row.MemberRow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shown of the waves in which targets are reached. */
final class WavesTest extends ToldTables {

  @Override
  protected ReadTables tables() {
    return new MemoryReadTables();
  }

  @Test
  void each_member_is_shown_in_its_wave_and_who_is_left_out_in_none() {
    started(List.of(1, 2), Optional.of(List.of(new TargetName("away"))));
    assertThat(delivery(told(), 1).members())
        .extracting(member -> member.target().value(), MemberRow::wave)
        .containsExactly(
            tuple("a", Optional.of(1)),
            tuple("b", Optional.of(2)),
            tuple("c", Optional.of(2)),
            tuple("away", Optional.empty()));
  }

  @Test
  void where_all_are_reached_at_once_there_are_no_waves() {
    started(List.of(3), Optional.empty());
    assertThat(delivery(told(), 1).members())
        .extracting(MemberRow::wave)
        .containsOnly(Optional.empty());
  }

  private void started(List<Integer> waves, Optional<List<TargetName>> excluded) {
    story.pushed(1);
    story.made(1, 1);
    story.write(
        new RolloutStarted(
            Story.delivery(1),
            "rolling",
            1,
            Stream.of("a", "b", "c").map(TargetName::new).toList(),
            Story.START.plus(Duration.ofHours(1)),
            Optional.empty(),
            Optional.of(new Pace(waves, List.of(), 0)),
            excluded));
  }
}
