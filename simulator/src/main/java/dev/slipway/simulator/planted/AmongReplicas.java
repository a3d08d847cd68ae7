package dev.slipway.simulator.planted;

import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Ledger;
import dev.slipway.ledger.Peers;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Breaks of what several processes of one server owe each other. */
final class AmongReplicas {

  /** A process speaks, and sees nobody. */
  private record Unseen(Peers real) implements Peers {

    @Override
    public void says(String process, Word word) {
      real.says(process, word);
    }

    @Override
    public void leaves(String process) {
      real.leaves(process);
    }

    @Override
    public Map<String, Word> all() {
      return Map.of();
    }
  }

  /** How long a process leaves to another what that wrote. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration SLOW = Duration.ofSeconds(4);
  private static final Duration FOR_EVER = Duration.ofDays(1);
  private static final String SETTLED = "settled/";

  private AmongReplicas() {}

  static List<Planted> all() {
    return List.of(
        planted(
            "settlement-unguarded",
            2,
            "what becomes of a cause is written by everybody who decided it",
            Breaks.ofLedger(
                (real, kernel, life) -> AlteredLedger.writing(real, AmongReplicas::unguarded)),
            "server-frozen",
            "source-away"),
        planted(
            "tail-lags",
            53,
            "some processes hear of what is written a day later",
            Breaks.ofLedger(AmongReplicas::lateForSome)),
        planted(
            "lock-of-another-overlooked",
            15,
            "a start is written without the guards of environment and organisation, and locks that"
                + " others wrote are heard of late",
            new Breaks() {
              @Override
              public Ledger ledger(Ledger real, Kernel kernel, Life life) {
                return AlteredLedger.writing(real, Written::overlooking);
              }

              @Override
              public Duration reach(Duration real) {
                return SLOW;
              }
            },
            "lock",
            "deploy"),
        planted(
            "left-to-the-dead",
            1,
            "what a process wrote and did not go on with is left to it for ever",
            new Breaks() {
              @Override
              public Scheduler scheduler(Scheduler real) {
                return patient(real);
              }
            },
            "server-gone",
            "push",
            "source-away"),
        planted(
            "raised-while-others-run",
            57,
            "a newer version sees nobody beside it, and raises the ledger's format",
            new Breaks() {
              @Override
              public Peers peers(Peers real) {
                return new Unseen(real);
              }
            },
            "upgrade"),
        planted(
            "raise-taken-for-granted",
            57,
            "that a format was raised is heard as if the next one had been",
            Breaks.ofLedger(Heard.formatsOfTheFuture()),
            "upgrade"));
  }

  private static Planted planted(
      String name, int law, String what, Breaks breaks, String... favours) {
    return new Planted(name, law, what, Set.of(favours), keys -> breaks);
  }

  private static Batch unguarded(Batch batch) {
    return batch.deduplicationKey().filter(key -> key.startsWith(SETTLED)).isPresent()
        ? AlteredLedger.withoutKey(batch)
        : batch;
  }

  /** About every other process hears nothing any more. */
  private static Ledger lateForSome(Ledger real, Kernel kernel, Life life) {
    return kernel.chance(50)
        ? AlteredLedger.lagging(real, kernel, life, FOR_EVER, UnaryOperator.identity())
        : real;
  }

  /** What is to be looked at after a while never is. */
  private static Scheduler patient(Scheduler real) {
    return new Scheduler() {
      @Override
      public void execute(Runnable task) {
        real.execute(task);
      }

      @Override
      public Cancellation after(Duration delay, Runnable task) {
        return delay.equals(PATIENCE) ? () -> {} : real.after(delay, task);
      }
    };
  }
}
