package dev.slipway.simulator.planted;

import dev.slipway.model.ActorId;
import dev.slipway.model.Fence;
import dev.slipway.model.Position;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.entry.AgentEnrolled;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.simulator.planted.Breaks.OnLedger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is told of one thing, and heard of another. */
final class Hearsay implements Function<Recorded, Stream<Recorded>> {

  private static final long GENERATION = 1;

  /** How a report is heard. */
  private enum Ear {
    /** What was said of an earlier order is heard of the present one. */
    LATE,
    /** What one target says is heard of all. */
    ALL
  }

  private final Ear ear;
  private final Map<Slot, Position> present = new HashMap<>();
  private final Map<TargetId, ActorId> agents = new HashMap<>();

  private Hearsay(Ear ear) {
    this.ear = ear;
  }

  static OnLedger lateReportsCount() {
    return (real, kernel, life) -> AlteredLedger.hearing(real, new Hearsay(Ear.LATE));
  }

  static OnLedger oneSpeaksForAll() {
    return (real, kernel, life) -> AlteredLedger.hearing(real, new Hearsay(Ear.ALL));
  }

  @Override
  public Stream<Recorded> apply(Recorded recorded) {
    return switch (recorded.entry()) {
      case OrderIssued e -> {
        present.put(e.slot(), recorded.position());
        yield Stream.of(recorded);
      }
      case AgentEnrolled e -> {
        agents.put(e.target(), e.agent());
        yield Stream.of(recorded);
      }
      case ReportReceived e when isGood(e.report()) -> heard(recorded, e);
      case Entry _ -> Stream.of(recorded);
    };
  }

  private static boolean isGood(Report report) {
    return report instanceof Report.Ended ended && ended.outcome() instanceof Outcome.Converged;
  }

  private Stream<Recorded> heard(Recorded recorded, ReportReceived entry) {
    return switch (ear) {
      case LATE -> Stream.of(of(recorded, entry.agent(), entry.report().slot(), entry.report()));
      case ALL ->
          Stream.concat(
              Stream.of(recorded),
              present.keySet().stream()
                  .filter(slot -> slot.placement().equals(entry.report().slot().placement()))
                  .filter(slot -> !slot.equals(entry.report().slot()))
                  .map(slot ->
                      of(
                          recorded,
                          Optional.ofNullable(agents.get(slot.target())).orElseGet(entry::agent),
                          slot,
                          entry.report())));
    };
  }

  private Recorded of(Recorded recorded, ActorId agent, Slot slot, Report report) {
    Fence fence = new Fence(GENERATION, present.getOrDefault(slot, report.fence().position()));
    return report instanceof Report.Ended ended
        ? Heard.with(
            recorded, new ReportReceived(agent, new Report.Ended(slot, fence, ended.outcome())))
        : recorded;
  }
}
