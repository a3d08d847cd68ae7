package dev.slipway.engine.fold;

import dev.slipway.engine.strategy.Course;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Pace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way that a rollout takes, as it was fixed when it started.
 *
 * @param strategy the strategies' names
 * @param bakes the step after which it bakes; absent when it does not
 * @param pace absent where the ledger was written when all targets took a step together, or one
 *     after the other by the strategy alone
 */
public record Itinerary(String strategy, int steps, Optional<Integer> bakes, Optional<Pace> pace) {

  static final Itinerary NOT_YET = new Itinerary("", 0, Optional.empty(), Optional.empty());

  static Itinerary of(RolloutStarted entry) {
    return new Itinerary(entry.strategy(), entry.steps(), entry.bakes(), entry.pace());
  }

  /** The step that members go to in turn: the last, or the one after which it bakes. */
  public int goal() {
    return bakes.orElse(steps);
  }

  /** What has to be before it goes on from a step; nothing after the last one. */
  public Optional<Stay> stay(int step) {
    return pace.filter(_ -> step < steps).flatMap(it -> it.stay(step));
  }

  /** How many targets may fail without stopping the others. */
  public int failures() {
    return pace.map(Pace::failures).orElse(0);
  }

  /**
   * From which step on a member that is not as ordered breaks the rollout: the first where it stays
   * for something, the one after which it bakes, the last where others follow.
   */
  Optional<Integer> watched() {
    Stream<Integer> stays = pace.stream().flatMap(it -> it.stays().stream()).map(Pace.At::step);
    Stream<Integer> last = pace.stream().filter(it -> it.waves().size() > 1).map(_ -> goal());
    return Stream.of(stays, bakes.stream(), last)
        .flatMap(steps -> steps)
        .min(Comparator.naturalOrder());
  }

  /** The members in the waves that follow one another. */
  public List<List<MemberState>> waves(Delivery delivery, Collection<MemberState> members) {
    List<MemberState> all = List.copyOf(members);
    List<Integer> sizes =
        pace.map(Pace::waves)
            .orElseGet(() ->
                Course.isOneByOne(delivery)
                    ? all.stream().map(_ -> 1).toList()
                    : List.of(all.size()));
    List<List<MemberState>> waves = new ArrayList<>();
    int from = 0;
    for (int size : sizes) {
      int to = Math.min(all.size(), from + size);
      waves.add(all.subList(from, to));
      from = to;
    }
    return List.copyOf(waves);
  }
}
