package dev.slipway.simulator;

import dev.slipway.simulator.Run.Result;
import dev.slipway.simulator.laws.Laws.Violation;
import dev.slipway.simulator.planted.Planted;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code slipway simulate [--seeds N | --seed S [--trace]] [--planted] [--output json]}: holds the
 * system to its laws under faults. Ends with 0 when all laws held (or, planted, when every break
 * was noticed), with 2 when not, with 1 when it was asked wrongly.
 */
public final class Main {

  private static final int SEEDS = 50;

  private Main() {}

  public static void main(String[] args) {
    System.exit(run(List.of(args), System.out));
  }

  static int run(List<String> args, PrintStream out) {
    Optional<Asked> asked = Asked.of(args);
    if (asked.isEmpty()) {
      out.println(
          "usage: slipway simulate [--seeds N | --seed S [--trace]] [--planted] [--output json]");
      return 1;
    }
    return asked.orElseThrow().planted()
        ? planted(asked.orElseThrow(), out)
        : whole(asked.orElseThrow(), out);
  }

  /** What was asked for. */
  private record Asked(long first, int seeds, boolean trace, boolean planted, boolean json) {

    static Optional<Asked> of(List<String> args) {
      Asked asked = new Asked(1, SEEDS, false, false, false);
      List<String> left = new ArrayList<>(args);
      try {
        while (!left.isEmpty()) {
          String word = left.removeFirst();
          asked =
              switch (word) {
                case "--seeds" ->
                    new Asked(
                        1,
                        Integer.parseInt(left.removeFirst()),
                        asked.trace,
                        asked.planted,
                        asked.json);
                case "--seed" ->
                    new Asked(
                        Long.parseLong(left.removeFirst()),
                        1,
                        asked.trace,
                        asked.planted,
                        asked.json);
                case "--trace" ->
                    new Asked(asked.first, asked.seeds, true, asked.planted, asked.json);
                case "--planted" ->
                    new Asked(asked.first, asked.seeds, asked.trace, true, asked.json);
                case "--output" ->
                    new Asked(
                        asked.first,
                        asked.seeds,
                        asked.trace,
                        asked.planted,
                        "json".equals(left.removeFirst()));
                default -> throw new IllegalArgumentException(word);
              };
        }
        return Optional.of(asked);
      } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
        return Optional.empty();
      }
    }
  }

  private static int whole(Asked asked, PrintStream out) {
    long entries = 0;
    for (long seed = asked.first; seed < asked.first + asked.seeds; seed++) {
      Result result = Run.of(seed);
      entries += result.entries();
      if (asked.trace) {
        result.trace().forEach(out::println);
      }
      if (!result.violations().isEmpty()) {
        tell(result, asked, out);
        return 2;
      }
    }
    out.println(
        asked.json
            ? "{\"ok\":true,\"seeds\":%d,\"entries\":%d}".formatted(asked.seeds, entries)
            : "All laws held in %d runs, over %d entries.".formatted(asked.seeds, entries));
    return 0;
  }

  private static void tell(Result result, Asked asked, PrintStream out) {
    Violation first = result.violations().getFirst();
    if (asked.json) {
      out.println(
          "{\"ok\":false,\"seed\":%d,\"law\":\"%s\"}".formatted(result.seed(), first.law()));
      return;
    }
    out.println("Seed %d is against %s:".formatted(result.seed(), first.law()));
    result.violations().forEach(violation -> out.println("  " + violation.what()));
    out.println("Replay: ./slipway simulate --seed %d --trace".formatted(result.seed()));
  }

  private static int planted(Asked asked, PrintStream out) {
    List<String> lines = new ArrayList<>();
    boolean all = true;
    for (Planted planted : Planted.all()) {
      Optional<Result> killer = killer(planted, asked);
      all &= killer.isPresent();
      String by = killer.map(k -> k.violations().getFirst().law()).orElse("");
      long seeds = killer.map(k -> k.seed() - asked.first + 1).orElse((long) asked.seeds);
      lines.add(
          asked.json
              ? "{\"name\":\"%s\",\"killed\":%s,\"by\":\"%s\",\"seeds\":%d}"
                  .formatted(planted.name(), killer.isPresent(), by, seeds)
              : "%-24s %s after %d seeds"
                  .formatted(
                      planted.name(), killer.isPresent() ? "killed by " + by : "LIVES", seeds));
    }
    out.println(asked.json ? "[" + String.join(",", lines) + "]" : String.join("\n", lines));
    return all ? 0 : 2;
  }

  private static Optional<Result> killer(Planted planted, Asked asked) {
    for (long seed = asked.first; seed < asked.first + asked.seeds; seed++) {
      Result result = Run.of(seed, planted.breaks());
      if (!result.violations().isEmpty()) {
        return Optional.of(result);
      }
    }
    return Optional.empty();
  }
}
