package dev.slipway.simulator;

import dev.slipway.simulator.planted.Breaks;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a run is made of. All of it follows from the seed, unless something is left out on purpose.
 *
 * @param breaks what is planted
 * @param favoured happenings that come more often, as a break's that shows in rare weather only
 * @param faults those that may be on; the seed draws from them
 * @param only numbers of the happenings that come; absent when all do
 * @param traced whether it is written down what happened
 */
public record Setting(
    long seed,
    Function<Keys, Breaks> breaks,
    Set<String> favoured,
    Set<Fault> faults,
    Optional<SortedSet<Integer>> only,
    boolean traced) {

  private static final int FAULT_PERCENT = 70;

  /** Draws how many processes there are by lots of their own. */
  private static final long REPLICAS = 7_919;

  /** And by others, how many sites there are. */
  private static final long SITES = 104_729;

  /** A seed with everything whole. */
  public static Setting of(long seed) {
    return new Setting(
        seed, keys -> Breaks.NONE, Set.of(), EnumSet.allOf(Fault.class), Optional.empty(), false);
  }

  public Setting with(Function<Keys, Breaks> planted) {
    return new Setting(seed, planted, favoured, faults, only, traced);
  }

  public Setting favouring(Set<String> happenings) {
    return new Setting(seed, breaks, happenings, faults, only, traced);
  }

  public Setting with(Set<Fault> these) {
    return new Setting(seed, breaks, favoured, these, only, traced);
  }

  public Setting only(SortedSet<Integer> numbers) {
    return new Setting(seed, breaks, favoured, faults, Optional.of(numbers), traced);
  }

  public Setting traced(boolean isTraced) {
    return new Setting(seed, breaks, favoured, faults, only, isTraced);
  }

  /** The size that the seed draws. */
  Size size() {
    return Size.drawn(new SplittableRandom(seed))
        .served(Size.replicas(new SplittableRandom(seed + REPLICAS)))
        .reaching(Size.sites(new SplittableRandom(seed + SITES)));
  }

  /** The faults that are on; leaving one out does not change whether another is. */
  Set<Fault> faultsOn() {
    SplittableRandom random = new SplittableRandom(~seed);
    Set<Fault> on = EnumSet.noneOf(Fault.class);
    Stream.of(Fault.values())
        .filter(_ -> random.nextInt(100) < FAULT_PERCENT)
        .filter(faults::contains)
        .forEach(on::add);
    return on;
  }
}
