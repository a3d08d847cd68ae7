package dev.slipway.http.show;

import dev.slipway.loop.door.Agents;
import dev.slipway.wire.Agent;
import dev.slipway.wire.AgentState;
import dev.slipway.wire.Deviation;
import dev.slipway.wire.Reason;
import dev.slipway.wire.RunState;
import dev.slipway.wire.TargetRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In what a target is other than it should be, in sentences that say what should be, what it says
 * it is, and since when.
 *
 * @param version of this server; agents of its own machine have it too
 */
record Deviations(String version) {

  List<Deviation> of(
      Optional<Agent> agent,
      List<Agent> unknown,
      List<TargetRun> runs,
      List<Placed> placements,
      List<Agents.Noticed> strays) {
    List<Deviation> all = new ArrayList<>();
    runs.stream().filter(run -> isOff(run, placements)).map(Deviations::of).forEach(all::add);
    strays.stream().map(Deviations::of).forEach(all::add);
    agent.ifPresent(one -> of(one, all));
    unknown.stream().map(Deviations::unknown).forEach(all::add);
    return all;
  }

  /** Who is on the way to a delivery is ahead of what is in force, as it should be. */
  private static boolean isOff(TargetRun run, List<Placed> placements) {
    return switch (run.state()) {
      case AS_ORDERED -> false;
      case AHEAD, UNKNOWN ->
          placements.stream()
              .map(Placed::row)
              .filter(row -> row.placement().application().value().equals(run.application()))
              .noneMatch(row -> row.active().isPresent() && row.active().equals(run.ordered()));
      case DRIFTED, BEHIND, REMOVED -> true;
    };
  }

  private static Deviation of(TargetRun run) {
    return new Deviation(
        code(run.state()), sentence(run), Optional.of(run.application()), run.since());
  }

  private static String code(RunState state) {
    return switch (state) {
      case AS_ORDERED -> "as-ordered";
      case DRIFTED -> "drifted";
      case BEHIND -> "behind";
      case AHEAD -> "ahead";
      case REMOVED -> "removed";
      case UNKNOWN -> "unknown";
    };
  }

  private static String sentence(TargetRun run) {
    String is = run.delivery().map("#%d"::formatted).orElse("nothing");
    String should = run.inForce().map("#%d is in force"::formatted).orElse("nothing is in force");
    String why = run.because().map(Reason::sentence).map(" "::concat).orElse("");
    return switch (run.state()) {
      case AS_ORDERED -> "%s is as ordered.".formatted(run.application());
      case DRIFTED ->
          "%s should run %s, and differs from it; its agent is healing it.%s"
              .formatted(run.application(), is, why);
      case BEHIND -> "%s runs %s, and %s.%s".formatted(run.application(), is, should, why);
      case AHEAD ->
          "%s runs %s, which did not come into force: %s.%s"
              .formatted(run.application(), is, should, why);
      case REMOVED ->
          "%s was removed, and %s of it is still kept here as it was ordered last."
              .formatted(run.application(), is);
      case UNKNOWN ->
          "%s: %s, and nothing was said of it.%s".formatted(run.application(), should, why);
    };
  }

  private static Deviation of(Agents.Noticed noticed) {
    Agents.Stray stray = noticed.stray();
    return new Deviation(
        "nobody-ordered",
        "%d of %s of %s, started for %s, and nobody ordered it of this agent. It is left alone; stop it by hand."
            .formatted(
                stray.instances(),
                stray.service(),
                stray.slot().application(),
                stray.slot().target()),
        Optional.of(stray.slot().application().value()),
        Optional.of(noticed.since()));
  }

  private void of(Agent agent, List<Deviation> all) {
    if (agent.state() == AgentState.SILENT) {
      all.add(
          new Deviation(
              "agent-silent",
              "Its agent is not heard, so what it said last may be over.",
              Optional.empty(),
              agent.lastHeard()));
    }
    agent
        .version()
        .filter(other -> !other.equals(version))
        .ifPresent(other ->
            all.add(
                new Deviation(
                    "agent-version",
                    "Its agent is version %s, and this server is %s.".formatted(other, version),
                    Optional.empty(),
                    Optional.<Instant>empty())));
  }

  private static Deviation unknown(Agent agent) {
    return new Deviation(
        "unknown-machine",
        "%s still asks from some machine though its place was taken, and keeps what it was ordered last. Stop it."
            .formatted(agent.id()),
        Optional.empty(),
        agent.lastHeard());
  }
}
