package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.GuardrailBypassed;
import dev.slipway.model.entry.NotificationDeclared;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.notification.Happening;
import dev.slipway.outlet.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Law 63: whoever asked to be told is told of everything, whichever process dies; of one delivery
 * in the order in which it happened.
 */
final class WordSentOut implements Law {

  /**
   * Longer than the longest wait for a receiver that was away, and than a process may be trusted.
   */
  private static final Duration SOON = Duration.ofMinutes(10);

  private final SortedMap<Position, Instant> owed = new TreeMap<>();
  private final Set<Position> told = new HashSet<>();
  private final Map<DeliveryId, Position> lastTold = new HashMap<>();
  private Instant now = Instant.MIN;
  private boolean asked;

  @Override
  public String name() {
    return "law-63";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    asked |= recorded.entry() instanceof NotificationDeclared;
    if (asked && isTold(recorded.entry())) {
      owed.put(recorded.position(), recorded.at());
    }
    return List.of();
  }

  private static boolean isTold(Entry entry) {
    return switch (entry) {
      case ShipmentQueued _,
          RolloutStarted _,
          RolloutStuck _,
          RolloutSettled _,
          RolloutFailed _,
          RolloutCancelled _,
          GuardrailBypassed _ ->
          true;
      case Entry _ -> false;
    };
  }

  @Override
  public List<String> after(World world, Telling telling) {
    return telling.happenings().stream().flatMap(it -> told(it).stream()).toList();
  }

  /** What was told before may be told again; only what is new may not be older than what was. */
  private List<String> told(Happening happening) {
    Position position = happening.position();
    owed.remove(position);
    if (!told.add(position) || happening.number().isEmpty()) {
      return List.of();
    }
    DeliveryId id = new DeliveryId(happening.placement(), happening.number().orElseThrow());
    Position before = lastTold.merge(id, position, (a, b) -> a.isAfter(b) ? a : b);
    return before.isAfter(position)
        ? List.of("of %s, %s was told after %s".formatted(id, position, before))
        : List.of();
  }

  @Override
  public List<String> meanwhile(World world, Standing standing) {
    now = standing.now();
    return List.of();
  }

  @Override
  public List<String> atTheEnd(Ending ending) {
    return owed.entrySet().stream()
        .filter(one -> one.getValue().plus(SOON).isBefore(now))
        .map(one -> "nobody was told of what happened at %s".formatted(one.getKey()))
        .toList();
  }
}
