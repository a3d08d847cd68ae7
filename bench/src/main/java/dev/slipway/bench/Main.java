package dev.slipway.bench;

import dev.slipway.bench.goal.Extent;
import dev.slipway.bench.goal.Goal;
import dev.slipway.bench.goal.Measuring;
import dev.slipway.bench.result.Report;
import dev.slipway.bench.result.Result;
import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures goals and prints what was found; progress goes to the error stream. */
@Command(
    name = "slipway bench",
    description = "Measure goals against floors that are taken in the same run.",
    mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

  private static final int TIME_IS_UP = 3;

  @Parameters(
      paramLabel = "GOAL",
      description = "Which goals (default: all): ${COMPLETION-CANDIDATES}.")
  private List<Goal> goals = List.of();

  @Option(names = "--quick", description = "Few rounds: shows that measuring works, no more.")
  private boolean quick;

  @Option(names = "--full", description = "A ledger of a million entries; takes an hour.")
  private boolean full;

  @Option(
      names = "--output",
      paramLabel = "FORM",
      defaultValue = "TABLE",
      description = "table or json (default: table).")
  private Output output = Output.TABLE;

  /** How the results are printed. */
  enum Output {
    TABLE,
    JSON
  }

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }

  /**
   * Returns 0 when every goal that was asked for is met, 2 when one is missed, 3 when time is up.
   */
  @Override
  public Integer call() throws IOException {
    Set<Goal> asked = goals.isEmpty() ? EnumSet.allOf(Goal.class) : EnumSet.copyOf(goals);
    Extent extent = quick ? Extent.QUICK : full ? Extent.FULL : Extent.WHOLE;
    endAfter(extent.minutes());
    List<Result> results = new Measuring(extent, InstantSource.system(), Main::tell).of(asked);
    System.out.print(
        switch (output) {
          case TABLE -> Report.table(results);
          case JSON -> Report.json(results) + "\n";
        });
    return results.stream().allMatch(Result::met) || quick ? 0 : 2;
  }

  /** Whatever hangs, a run ends; what it had started ends with it. */
  private static void endAfter(int minutes) {
    CompletableFuture.delayedExecutor(minutes, TimeUnit.MINUTES)
        .execute(() -> {
          System.err.printf("bench: not done after %d minutes, so it ends here%n", minutes);
          System.exit(TIME_IS_UP);
        });
  }

  private static void tell(String what, int done, int of) {
    if (done % Math.max(1, of / 10) == 0) {
      System.err.printf("bench: %s %d/%d%n", what, done, of);
    }
  }
}
