package dev.slipway.loop.fleet;

import dev.slipway.loop.door.Agents.Asked;
import dev.slipway.loop.door.Agents.Enrolled;
import dev.slipway.loop.keeper.TakenOrders;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Fence;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which orders agents were heard to hold, and who is away. An agent that lives asks again within
 * moments of an answer and has a question waiting here otherwise; so one that has none and is
 * silent for {@link #AWAY_AFTER} is away. What was heard before this server started is not known,
 * so until agents had the time to find it again nobody is called away. Thread-safe.
 *
 * <p>A question may wait here although its agent is gone, for as long as questions wait: until then
 * the agent counts as there, unless there was an order to answer it with.
 */
public final class Holdings implements TakenOrders {

  /** How long an agent may be silent without a question waiting. */
  static final Duration AWAY_AFTER = Duration.ofSeconds(5);

  /** How long an agent may take to find a server that was started again. */
  static final Duration FOUND_AGAIN_AFTER = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final Instant started;
  private final Map<Place, Heard> heard = new HashMap<>();
  private final Set<Place> waiting = new HashSet<>();

  public Holdings(InstantSource clock) {
    this.clock = clock;
    started = clock.instant();
  }

  private record Place(String organisation, TargetId target) {

    static Place of(Enrolled agent) {
      return new Place(agent.organisation().value(), agent.target());
    }
  }

  private record Heard(Instant at, Map<ApplicationName, Fence> holding) {}

  synchronized void heard(Enrolled agent, Asked asked) {
    heard.put(Place.of(agent), new Heard(clock.instant(), asked.holding()));
  }

  synchronized void waits(Enrolled agent) {
    waiting.add(Place.of(agent));
  }

  /** Its question was answered; it has a moment for the next one. */
  synchronized void answered(Enrolled agent) {
    if (waiting.remove(Place.of(agent))) {
      heard.computeIfPresent(
          Place.of(agent), (_, before) -> new Heard(clock.instant(), before.holding()));
    }
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
            .map(order -> awayAt(new Place(need.organisation().value(), order.getKey().target())))
            .max(Instant::compareTo)
            .orElse(now);
    return away.isAfter(now)
        ? new Answer.Taken(false, Optional.of(away))
        : new Answer.Taken(true, Optional.empty());
  }

  private boolean isHeld(Need.OrdersTaken need, Map.Entry<Slot, Fence> order) {
    return Optional.ofNullable(
            heard.get(new Place(need.organisation().value(), order.getKey().target())))
        .map(last -> last.holding().get(order.getKey().application()))
        .filter(fence -> fence.compareTo(order.getValue()) >= 0)
        .isPresent();
  }

  /** When an agent counts as away, unless it is heard before. */
  private Instant awayAt(Place place) {
    if (waiting.contains(place)) {
      return clock.instant().plus(AWAY_AFTER);
    }
    return Optional.ofNullable(heard.get(place))
        .map(last -> last.at().plus(AWAY_AFTER))
        .orElseGet(() -> started.plus(FOUND_AGAIN_AFTER));
  }
}
