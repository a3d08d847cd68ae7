package dev.slipway.http.show;

import dev.slipway.loop.door.Agents;
import dev.slipway.loop.door.Attendance;
import dev.slipway.loop.door.Attendance.Seen;
import dev.slipway.model.Remark;
import dev.slipway.views.row.TargetRow;
import dev.slipway.wire.Agent;
import dev.slipway.wire.AgentState;
import dev.slipway.wire.Target;
import dev.slipway.wire.TargetRest;
import dev.slipway.wire.TargetRestKind;
import dev.slipway.wire.TargetRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Targets and the agents that act there, as of one moment. */
public record Targets(
    Attendance attendance, Agents agents, Shown shown, String version, Instant now) {

  /** An agent asks again after 25 seconds at the latest; two vain askings are silence. */
  private static final Duration SILENT_AFTER = Duration.ofMinutes(1);

  /** Shows a target with what it says of the placements of its environment. */
  public Target target(TargetRow row, List<Placed> placements) {
    var definition = row.definition();
    Optional<Agent> agent = row.agent().map(this::agent);
    List<Agent> unknown =
        row.former().stream().filter(it -> isHeardSince(row, it)).map(this::agent).toList();
    List<TargetRun> runs = Runs.of(definition.id().target(), placements);
    List<Agents.Noticed> strays =
        row.agent().map(it -> agents.strays(it.agent())).orElseGet(List::of);
    return new Target(
        definition.id().environment().value(),
        definition.id().target().value(),
        definition.labels(),
        definition.local(),
        row.rest().map(this::rest),
        agent,
        unknown,
        runs,
        row.rest().filter(it -> it.kind() == TargetRow.Rest.Kind.REMOVED).isPresent()
            ? List.of()
            : new Deviations(version).of(agent, unknown, runs, placements, strays));
  }

  private TargetRest rest(TargetRow.Rest rest) {
    return new TargetRest(
        TargetRestKind.valueOf(rest.kind().name()),
        rest.because().map(Remark::value),
        shown.actor(rest.by()),
        rest.at());
  }

  /** Whether it still asks, after its place was taken. */
  private boolean isHeardSince(TargetRow row, TargetRow.Enrolment former) {
    Instant taken = row.agent().map(TargetRow.Enrolment::at).orElse(Instant.MAX);
    return attendance
        .lastHeard(former.agent())
        .filter(seen -> seen.at().isAfter(taken))
        .isPresent();
  }

  private Agent agent(TargetRow.Enrolment enrolment) {
    Optional<Seen> seen = attendance.lastHeard(enrolment.agent());
    return new Agent(
        enrolment.agent().value(),
        enrolment.at(),
        seen.map(this::state).orElse(AgentState.NEVER_HEARD),
        seen.map(Seen::at),
        seen.map(Seen::version).filter(version -> !version.isEmpty()));
  }

  private AgentState state(Seen seen) {
    return seen.at().plus(SILENT_AFTER).isBefore(now) ? AgentState.SILENT : AgentState.CONNECTED;
  }
}
