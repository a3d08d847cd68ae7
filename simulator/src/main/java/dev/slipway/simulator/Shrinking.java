package dev.slipway.simulator;

import dev.slipway.simulator.Run.Result;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes a run that is against a law as small as it gets: faults are switched off, and happenings
 * left out, as long as the same law still notices. Bounded, for a run costs time.
 */
public final class Shrinking {

  private static final int RUNS_MAX = 400;

  private final String law;
  private Setting setting;
  private Result result;
  private int runs;

  private Shrinking(Setting setting, Result result) {
    this.setting = setting;
    this.result = result;
    this.law = result.laws().getFirst();
  }

  /**
   * The smallest that was found.
   *
   * @param runs how many it took
   */
  public record Smallest(Setting setting, Result result, int runs) {

    /** How to see it again. */
    public String replay() {
      String only =
          result.happened().stream()
              .map(moment -> String.valueOf(moment.number()))
              .collect(Collectors.joining(","));
      String faults = setting.faultsOn().stream().map(Fault::word).collect(Collectors.joining(","));
      return "./slipway simulate --seed %d --only %s --faults %s --trace"
          .formatted(
              setting.seed(), only.isEmpty() ? "none" : only, faults.isEmpty() ? "none" : faults);
    }
  }

  static Smallest of(Setting setting, Result result) {
    Shrinking shrinking = new Shrinking(setting, result);
    shrinking.leaveFaultsOut();
    shrinking.leaveHappeningsOut();
    return new Smallest(shrinking.setting, shrinking.result, shrinking.runs);
  }

  private void leaveFaultsOut() {
    for (Fault fault : setting.faultsOn()) {
      Set<Fault> fewer = EnumSet.copyOf(setting.faults());
      fewer.remove(fault);
      fails(setting.with(fewer));
    }
  }

  /** Half of them, a quarter of them, and so on down to one by one. */
  private void leaveHappeningsOut() {
    List<Integer> left = happened();
    for (int piece = Math.max(1, left.size() / 2); piece > 0; piece /= 2) {
      for (int from = 0; from < left.size(); ) {
        NavigableSet<Integer> fewer = new TreeSet<>(left);
        left.subList(from, Math.min(left.size(), from + piece)).forEach(fewer::remove);
        if (fails(setting.only(fewer))) {
          left = happened();
        } else {
          from += piece;
        }
      }
    }
  }

  private List<Integer> happened() {
    return result.happened().stream().map(Moment::number).toList();
  }

  private boolean fails(Setting smaller) {
    if (runs >= RUNS_MAX) {
      return false;
    }
    runs++;
    Result again = Run.of(smaller);
    if (!again.laws().contains(law)) {
      return false;
    }
    setting = smaller;
    result = again;
    return true;
  }
}
