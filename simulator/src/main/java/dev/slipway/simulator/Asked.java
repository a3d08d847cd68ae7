package dev.slipway.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What was asked for on the command line.
 *
 * @param first the number of the first seed; absent for a fresh one
 * @param seed whether one seed was asked for by its number
 * @param only the happenings that come; absent when all do
 */
record Asked(
    OptionalLong first,
    int seeds,
    boolean seed,
    boolean trace,
    boolean planted,
    boolean json,
    Optional<SortedSet<Integer>> only,
    Set<Fault> faults) {

  static final String USAGE =
      """
      usage: slipway simulate [--seeds N] [--first S]      hold N fresh seeds to the laws
             slipway simulate --seed S [--trace]           replay one, and say what happened
             slipway simulate --planted [--seeds N]        show that each planted break is noticed
        --only NUMBERS    with --seed: only these happenings come, such as 3,17, or none
        --faults WORDS    with --seed: only these faults may be on: lost,doubled,late,replayed,failing, or none
        --output json     for machines
      """;

  private static final int SEEDS = 100;
  private static final int SEEDS_MAX = 1_000_000;
  private static final String NONE = "none";

  /** What was asked for, or why that is not understood. */
  sealed interface Parsed {
    record Understood(Asked asked) implements Parsed {}

    record Wrong(String because) implements Parsed {}
  }

  private static final class Misunderstood extends RuntimeException {
    private final String because;

    Misunderstood(String because) {
      super(because);
      this.because = because;
    }
  }

  static Parsed of(List<String> args) {
    try {
      return new Parsed.Understood(read(args));
    } catch (Misunderstood wrong) {
      return new Parsed.Wrong(wrong.because);
    }
  }

  private static Asked read(List<String> args) {
    Words words = new Words(new ArrayList<>(args));
    OptionalLong first = OptionalLong.empty();
    int seeds = SEEDS;
    boolean seed = false;
    boolean trace = false;
    boolean planted = false;
    boolean json = false;
    Optional<SortedSet<Integer>> only = Optional.empty();
    Set<Fault> faults = EnumSet.allOf(Fault.class);
    while (words.more()) {
      String word = words.next();
      switch (word) {
        case "--seeds" -> seeds = Math.toIntExact(words.number(word, 1, SEEDS_MAX));
        case "--first" -> first = OptionalLong.of(words.number(word, 0, Long.MAX_VALUE / 2));
        case "--seed" -> {
          first = OptionalLong.of(words.number(word, 0, Long.MAX_VALUE / 2));
          seeds = 1;
          seed = true;
        }
        case "--trace" -> trace = true;
        case "--planted" -> planted = true;
        case "--only" -> only = Optional.of(words.numbers(word));
        case "--faults" -> faults = words.faults(word);
        case "--output" -> json = words.json(word);
        default -> throw new Misunderstood("There is no %s here.".formatted(word));
      }
    }
    boolean ofOne = trace || only.isPresent() || faults.size() < Fault.values().length;
    if (ofOne && !seed) {
      throw new Misunderstood("--trace, --only and --faults are about one run; say --seed S too.");
    }
    if (planted && seed) {
      throw new Misunderstood("--planted looks for seeds itself; leave --seed out.");
    }
    return new Asked(first, seeds, seed, trace, planted, json, only, faults);
  }

  /** The words that are left. */
  private record Words(List<String> left) {

    boolean more() {
      return !left.isEmpty();
    }

    String next() {
      return left.removeFirst();
    }

    private String after(String option) {
      try {
        return left.removeFirst();
      } catch (NoSuchElementException e) {
        throw new Misunderstood("%s wants a word after it.".formatted(option));
      }
    }

    long number(String option, long least, long most) {
      String word = after(option);
      try {
        long number = Long.parseLong(word);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // It is told below.
      }
      throw new Misunderstood(
          "%s wants a whole number from %d to %d, and got %s."
              .formatted(option, least, most, word));
    }

    SortedSet<Integer> numbers(String option) {
      String word = after(option);
      try {
        return listed(word).map(Integer::valueOf).collect(TreeSet::new, Set::add, Set::addAll);
      } catch (NumberFormatException e) {
        throw new Misunderstood(
            "%s wants numbers such as 3,17, or none, and got %s.".formatted(option, word));
      }
    }

    Set<Fault> faults(String option) {
      Set<Fault> faults = EnumSet.noneOf(Fault.class);
      listed(after(option)).map(word -> fault(option, word)).forEach(faults::add);
      return faults;
    }

    private static Fault fault(String option, String word) {
      return Stream.of(Fault.values())
          .filter(fault -> fault.word().equals(word))
          .findFirst()
          .orElseThrow(() -> new Misunderstood("%s knows no %s.".formatted(option, word)));
    }

    boolean json(String option) {
      String word = after(option);
      if (word.equals("json")) {
        return true;
      }
      throw new Misunderstood("%s knows json, and got %s.".formatted(option, word));
    }

    private static Stream<String> listed(String word) {
      return word.equals(NONE) ? Stream.of() : Arrays.stream(word.split(",", -1));
    }
  }
}
