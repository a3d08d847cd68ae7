package dev.slipway.loop.fleet;

import dev.slipway.ledger.HeldOrders;
import dev.slipway.ledger.HeldOrders.Heard;
import dev.slipway.ledger.HeldOrders.Place;
import dev.slipway.loop.door.Agents.Asked;
import dev.slipway.loop.door.Agents.Enrolled;
import dev.slipway.loop.keeper.TakenOrders;
import dev.slipway.model.Fence;
import dev.slipway.model.Slot;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which orders agents were heard to hold, and who is away. An agent that lives asks again within
 * moments of an answer and has a question waiting here otherwise; so one that has none and is
 * silent for {@link #AWAY_AFTER} is away. Until agents had the time to find a server that was
 * started nobody is called away whom it did not hear. Thread-safe.
 *
 * <p>A question may wait here although its agent is gone, for as long as questions wait: until then
 * the agent counts as there, unless there was an order to answer it with.
 */
public final class Holdings implements TakenOrders {

  /** How long an agent may be silent without a question waiting. */
  static final Duration AWAY_AFTER = Duration.ofSeconds(5);

  /** How long an agent may take to find a server that was started again. */
  static final Duration FOUND_AGAIN_AFTER = Duration.ofSeconds(30);

  private final HeldOrders orders;
  private final InstantSource clock;
  private final Instant started;

  public Holdings(HeldOrders orders, InstantSource clock) {
    this.orders = orders;
    this.clock = clock;
    started = clock.instant();
  }

  private static Place place(Enrolled agent) {
    return new Place(agent.organisation(), agent.target());
  }

  /** A message that does not wait leaves the question alone that waits. */
  synchronized void heard(Enrolled agent, Asked asked) {
    Place place = place(agent);
    Optional<Instant> waits = orders.last(place).flatMap(Heard::waitsUntil);
    orders.heard(place, new Heard(clock.instant(), asked.holding(), waits));
  }

  /** A question of it waits from now on; says until when. */
  synchronized Instant waits(Enrolled agent, Duration hold) {
    Place place = place(agent);
    Instant until = clock.instant().plus(hold);
    orders
        .last(place)
        .ifPresent(
            last -> orders.heard(place, new Heard(last.at(), last.holding(), Optional.of(until))));
    return until;
  }

  /**
   * Its question was answered; it has a moment for the next one. One that it asked elsewhere by now
   * goes on waiting.
   */
  synchronized void answered(Enrolled agent, Instant waited) {
    Place place = place(agent);
    orders
        .last(place)
        .filter(last -> last.waitsUntil().equals(Optional.of(waited)))
        .ifPresent(last ->
            orders.heard(place, new Heard(clock.instant(), last.holding(), Optional.empty())));
  }

  @Override
  public synchronized Answer.Taken answer(Need.OrdersTaken need) {
    Instant now = clock.instant();
    List<Map.Entry<Slot, Fence>> open = List.copyOf(need.orders().entrySet());
    if (open.stream().anyMatch(order -> isHeld(need, order))) {
      return new Answer.Taken(false, Optional.empty());
    }
    Instant away =
        open.stream()
            .map(order -> awayAt(new Place(need.organisation(), order.getKey().target()), now))
            .max(Instant::compareTo)
            .orElse(now);
    return away.isAfter(now)
        ? new Answer.Taken(false, Optional.of(away))
        : new Answer.Taken(true, Optional.empty());
  }

  private boolean isHeld(Need.OrdersTaken need, Map.Entry<Slot, Fence> order) {
    return orders
        .last(new Place(need.organisation(), order.getKey().target()))
        .map(last -> last.holding().get(order.getKey().application()))
        .filter(fence -> fence.compareTo(order.getValue()) >= 0)
        .isPresent();
  }

  /** When an agent counts as away, unless it is heard before. */
  private Instant awayAt(Place place, Instant now) {
    Instant found = started.plus(FOUND_AGAIN_AFTER);
    return orders.last(place).map(last -> awayAt(last, now, found)).orElse(found);
  }

  private Instant awayAt(Heard last, Instant now, Instant found) {
    if (last.waitsUntil().filter(now::isBefore).isPresent()) {
      return now.plus(AWAY_AFTER);
    }
    Instant silent = later(last.at(), last.waitsUntil().orElseGet(last::at)).plus(AWAY_AFTER);
    return last.at().isBefore(started) ? later(silent, found) : silent;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
