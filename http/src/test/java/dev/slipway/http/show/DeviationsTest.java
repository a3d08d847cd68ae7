package dev.slipway.http.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.loop.door.Agents;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.views.row.PlacementRow;
import dev.slipway.wire.Agent;
import dev.slipway.wire.AgentState;
import dev.slipway.wire.Deviation;
import dev.slipway.wire.RunState;
import dev.slipway.wire.TargetRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeviationsTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Placement PLACEMENT =
      new Placement(new ApplicationName("shop"), new EnvironmentName("staging"));
  private static final TargetId TARGET =
      new TargetId(PLACEMENT.environment(), new TargetName("local"));

  private final Deviations deviations = new Deviations("2");

  private static TargetRun run(RunState state, int delivery, int ordered) {
    return new TargetRun(
        "shop",
        state,
        Optional.of(delivery),
        Optional.of(ordered),
        Optional.of(NOON),
        Optional.of(2),
        Optional.empty(),
        List.of());
  }

  private List<Deviation> of(TargetRun run, Optional<Integer> active) {
    Placed placed = new Placed(PlacementRow.empty(PLACEMENT).active(active), false);
    return deviations.of(Optional.empty(), List.of(), List.of(run), List.of(placed), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "AS_ORDERED,2,2,0,''",
    "BEHIND,1,2,0,'shop runs #1, and #2 is in force.'",
    "BEHIND,1,3,3,'shop runs #1, and #2 is in force.'",
    "DRIFTED,2,2,0,'shop should run #2, and differs from it; its agent is healing it.'",
    "AHEAD,3,3,3,''",
    "AHEAD,3,3,0,'shop runs #3, which did not come into force: #2 is in force.'",
    "REMOVED,2,2,0,'shop was removed, and #2 of it is still kept here as it was ordered last.'",
  })
  void a_run_deviates_unless_it_is_as_ordered_or_on_its_way(
      RunState state, int delivery, int ordered, int active, String sentence) {
    List<Deviation> all =
        of(run(state, delivery, ordered), Optional.of(active).filter(number -> number > 0));
    assertThat(all.stream().map(Deviation::sentence).toList())
        .isEqualTo(sentence.isEmpty() ? List.of() : List.of(sentence));
    assertThat(all).allMatch(one -> one.since().equals(Optional.of(NOON)));
  }

  @Test
  void what_nobody_ordered_and_who_acts_there_otherwise_are_told_too() {
    Agent old = agent("a-1", AgentState.SILENT, "1");
    Agents.Stray stray =
        new Agents.Stray(new Slot(TARGET, PLACEMENT.application()), new ServiceName("web"), 2);
    List<Deviation> all =
        deviations.of(
            Optional.of(old),
            List.of(agent("a-0", AgentState.CONNECTED, "2")),
            List.of(),
            List.of(),
            List.of(new Agents.Noticed(stray, NOON)));
    assertThat(all.stream().map(Deviation::code))
        .containsExactly("nobody-ordered", "agent-silent", "agent-version", "unknown-machine");
    assertThat(all.getFirst().sentence()).startsWith("2 of web of shop, started for staging/local");
  }

  private static Agent agent(String id, AgentState state, String version) {
    return new Agent(id, NOON, state, Optional.of(NOON), Optional.of(version));
  }
}
