package dev.slipway.simulator;

import dev.slipway.simulator.Run.Result;
import dev.slipway.simulator.Shrinking.Smallest;
import dev.slipway.simulator.laws.Laws.Violation;
import dev.slipway.simulator.planted.Hunt;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code slipway simulate}: holds the system to its laws under faults. Ends with 0 when all laws
 * held (or, planted, when every break was noticed), with 2 when not, with 1 when it was asked
 * wrongly.
 */
public final class Main {

  /** How often it says how far it is. */
  private static final int PROGRESS_EVERY = 512;

  private final Asked asked;
  private final PrintStream out;
  private final PrintStream err;

  private Main(Asked asked, PrintStream out, PrintStream err) {
    this.asked = asked;
    this.out = out;
    this.err = err;
  }

  public static void main(String[] args) {
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    return switch (Asked.of(args)) {
      case Asked.Parsed.Wrong wrong -> {
        err.println(wrong.because());
        err.print(Asked.USAGE);
        yield 1;
      }
      case Asked.Parsed.Understood understood -> {
        Main main = new Main(understood.asked(), out, err);
        yield understood.asked().planted() ? main.planted() : main.whole();
      }
    };
  }

  private int whole() {
    long first = asked.first().orElseGet(Seeds::fresh);
    if (!asked.json() && !asked.seed()) {
      out.println("Seeds from %d on.".formatted(first));
    }
    Seeds.Outcome outcome = Seeds.run(first, asked.seeds(), this::setting, this::progress);
    if (asked.seed() && asked.trace()) {
      Run.of(setting(first).traced(true)).trace().forEach(out::println);
    }
    if (outcome.failed().isPresent()) {
      tell(outcome.failed().orElseThrow());
      return 2;
    }
    out.println(
        asked.json()
            ? "{\"ok\":true,\"first\":%d,\"seeds\":%d,\"entries\":%d}"
                .formatted(first, asked.seeds(), outcome.entries())
            : "All laws held in %d runs, over %d entries."
                .formatted(asked.seeds(), outcome.entries()));
    return 0;
  }

  private Setting setting(long seed) {
    Setting whole = Setting.of(seed).with(asked.faults());
    return asked.only().map(whole::only).orElse(whole);
  }

  private void progress(long done) {
    if (done % PROGRESS_EVERY == 0 && done < asked.seeds()) {
      err.println("%d of %d seeds, and all laws held".formatted(done, asked.seeds()));
    }
  }

  private void tell(Result result) {
    Smallest smallest = Shrinking.of(setting(result.seed()), result);
    Violation first = result.violations().getFirst();
    if (asked.json()) {
      out.println(
          "{\"ok\":false,\"seed\":%d,\"law\":\"%s\",\"replay\":\"%s\"}"
              .formatted(result.seed(), first.law(), smallest.replay()));
      return;
    }
    out.println("Seed %d is against %s:".formatted(result.seed(), first.law()));
    result.violations().forEach(violation -> out.println("  " + violation.what()));
    out.println("Replay: ./slipway simulate --seed %d --trace".formatted(result.seed()));
    out.println("The smallest that is still against it, after %d runs:".formatted(smallest.runs()));
    smallest.result().happened().forEach(moment -> out.println("  " + moment));
    smallest.result().violations().forEach(violation -> out.println("  => " + violation.what()));
    out.println("Replay: " + smallest.replay());
  }

  private int planted() {
    long first = asked.first().orElse(1);
    List<Hunt> hunts = Hunt.all(first, asked.seeds());
    out.println(
        asked.json()
            ? hunts.stream().map(Main::json).collect(Collectors.joining(",", "[", "]"))
            : hunts.stream().map(Main::line).collect(Collectors.joining("\n")));
    return hunts.stream().allMatch(Hunt::isKilled) ? 0 : 2;
  }

  private static String json(Hunt hunt) {
    return "{\"name\":\"%s\",\"killed\":%s,\"by\":\"%s\",\"seeds\":%d}"
        .formatted(
            hunt.planted().name(),
            hunt.isKilled(),
            hunt.isKilled() ? hunt.planted().lawName() : "",
            hunt.seeds());
  }

  private static String line(Hunt hunt) {
    String became =
        hunt.killer().isEmpty()
            ? "LIVES"
            : hunt.innocent().isEmpty()
                ? "killed by " + hunt.planted().lawName()
                : "OF NO WORTH: the same weather is against %s with nothing broken"
                    .formatted(hunt.innocent());
    return "%-24s %s after %d seeds".formatted(hunt.planted().name(), became, hunt.seeds());
  }
}
