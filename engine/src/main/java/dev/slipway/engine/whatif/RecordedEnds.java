package dev.slipway.engine.whatif;

import dev.slipway.engine.fold.SlotState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.JobName;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.Slot;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OutcomeDecided;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.model.state.DesiredJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the orders of a span really ended, and after what time. */
final class RecordedEnds {

  private final Map<Position, Order> issued = new HashMap<>();
  private final Map<Slot, Position> last = new HashMap<>();
  private final Set<Leg> begun = new HashSet<>();
  private final Map<Leg, End> ends = new HashMap<>();
  private final Map<Slot, List<Duration>> usual = new HashMap<>();

  /** One step of one shipment at one slot, or one of its jobs there. */
  private record Leg(ShipmentId shipment, Slot slot, int step, Optional<JobName> job) {

    static Leg of(SlotState.Ordered order, Slot slot) {
      return new Leg(
          order.delivery().shipment(), slot, order.step(), order.job().map(DesiredJob::name));
    }
  }

  private record Order(Leg leg, Instant at) {}

  /**
   * How an order ended.
   *
   * @param failed why it came to nothing; absent when it converged
   */
  record End(Duration after, Optional<Reason> failed) {}

  RecordedEnds(Span span, Recollection recalled) {
    span.before().deliveries().slots().forEach((slot, state) -> open(span, slot, state));
    span.entries().forEach(recorded -> learn(recorded, recalled));
  }

  private void open(Span span, Slot slot, SlotState state) {
    state
        .ordered()
        .filter(order -> order.ended().isEmpty())
        .ifPresent(order -> issued(order.position(), new Order(Leg.of(order, slot), span.since())));
  }

  private void learn(Recorded recorded, Recollection recalled) {
    switch (recorded.entry()) {
      case OrderIssued e ->
          recalled
              .broughtBy(e.delivery())
              .map(shipment -> new Leg(shipment, e.slot(), e.step(), e.job()))
              .ifPresent(leg -> issued(recorded.position(), new Order(leg, recorded.at())));
      case ReportReceived(var _, Report.Ended ended) ->
          Optional.ofNullable(issued.get(ended.fence().position()))
              .ifPresent(order -> ended(order, recorded.at(), ended.outcome()));
      case OutcomeDecided e ->
          Optional.ofNullable(last.get(e.slot()))
              .map(issued::get)
              .ifPresent(order -> decided(order, recorded.at(), e));
      case Entry _ -> {}
    }
  }

  private void issued(Position position, Order order) {
    issued.put(position, order);
    begun.add(order.leg());
    last.put(order.leg().slot(), position);
  }

  private void ended(Order order, Instant at, Outcome outcome) {
    Duration after = Duration.between(order.at(), at);
    switch (outcome) {
      case Outcome.Converged _ -> {
        ends.put(order.leg(), new End(after, Optional.empty()));
        usual.computeIfAbsent(order.leg().slot(), _ -> new ArrayList<>()).add(after);
      }
      case Outcome.Failed failed ->
          ends.put(order.leg(), new End(after, Optional.of(failed.because())));
      case Outcome.Unknown _ -> {}
    }
  }

  private void decided(Order order, Instant at, OutcomeDecided word) {
    Duration after = Duration.between(order.at(), at);
    switch (word.verdict()) {
      case SUCCEEDED -> ends.put(order.leg(), new End(after, Optional.empty()));
      case FAILED ->
          ends.put(
              order.leg(),
              new End(
                  after,
                  Optional.of(
                      new Reason("settled-as-failed", "Somebody looked, and said it failed."))));
      case RERUN -> {}
    }
  }

  /** How an order would end by what is recorded; empty for one that never ended. */
  Optional<End> of(SlotState.Ordered order, Slot slot, Assumptions assumed) {
    Leg leg = Leg.of(order, slot);
    if (ends.containsKey(leg)) {
      assumed.make(Assumptions.TIMES);
      return Optional.ofNullable(ends.get(leg));
    }
    if (begun.contains(leg)) {
      return Optional.empty();
    }
    assumed.make(Assumptions.USUAL);
    return Optional.of(new End(usually(slot), Optional.empty()));
  }

  private Duration usually(Slot slot) {
    List<Duration> known = usual.getOrDefault(slot, List.of()).stream().sorted().toList();
    return known.isEmpty() ? Duration.ZERO : known.get(known.size() / 2);
  }

  /** Whether what was said under a recorded order holds for the present one of another run. */
  boolean isSame(Position recorded, World world, Slot slot) {
    return world
        .deliveries()
        .slot(slot)
        .ordered()
        .flatMap(order ->
            Optional.ofNullable(issued.get(recorded))
                .map(known -> known.leg().equals(Leg.of(order, slot))))
        .orElse(false);
  }
}
