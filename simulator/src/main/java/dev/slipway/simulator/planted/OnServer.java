package dev.slipway.simulator.planted;

import dev.slipway.ledger.Ledger;
import dev.slipway.loop.door.Events;
import dev.slipway.model.Position;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Life;
import dev.slipway.simulator.planted.Breaks.OnLedger;
import dev.slipway.source.Repository;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Breaks at the server: of its ledger, of its sources, of its doors. */
final class OnServer {

  private static final Duration LATER = Duration.ofSeconds(3);

  private OnServer() {}

  static List<Planted> all() {
    return List.of(
        ledger(
            "deduplication-dropped",
            2,
            "the ledger forgets the keys of what it received",
            Written::withoutDeduplication),
        ledger(
            "stale-guards",
            2,
            "decisions on a fold that lags behind are written all the same",
            Written::onStaleGuards),
        ledger(
            "locks-overlooked",
            15,
            "a start on a fold that lags behind is written without the guards of environment and"
                + " organisation",
            Written::whereStartsOverlookLocks,
            "lock",
            "deploy"),
        ledger(
            "red-not-heard",
            24,
            "that a check turned red is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isRed),
            "checks-asked"),
        ledger(
            "leaving-unnoticed",
            23,
            "whoever approves leaves the group before that is written, and it starts all the same",
            Written::whereApproversLeaveUnnoticed,
            "approval-asked",
            "approve"),
        ledger(
            "protection-not-heard",
            25,
            "that an environment became protected is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isProtection),
            "approval-asked",
            "deploy"),
        ledger(
            "superseded-returns",
            13,
            "what was superseded is queued again",
            Written::wherePassedShipmentsReturn),
        ledger(
            "hold-not-written",
            21,
            "a rollback writes nothing of what it holds",
            Written::whereNothingIsHeld,
            "rollback",
            "deploy"),
        ledger(
            "floor-not-written",
            35,
            "a job that cannot be taken back ends as if it could",
            Written::whereNothingIsForGood,
            "rollback",
            "deploy"),
        ledger(
            "pause-not-heard",
            22,
            "that someone paused is written, and the server does not hear of it",
            Heard.nothingOf(Heard::isPause),
            "pause",
            "deploy"),
        repository(
            "authors-unread",
            23,
            "the source says that nobody wrote anything",
            Anonymous::new,
            "approval-asked",
            "approve"),
        repository(
            "newest-head-ignored",
            3,
            "the source answers what it answered first",
            FirstReading::new),
        new Planted(
            "told-before-durable",
            1,
            "the sender is told before the event is written",
            Set.of("server-crash"),
            keys -> toldBeforeDurable()));
  }

  /** What is hard and must be survived: a fold that lags behind, with the guards in place. */
  static Ledger lagging(Ledger real, Kernel kernel, Life life) {
    return AlteredLedger.lagging(real, kernel, life, UnaryOperator.identity());
  }

  static Planted ledger(String name, int law, String what, OnLedger broken, String... favours) {
    return new Planted(name, law, what, Set.of(favours), keys -> Breaks.ofLedger(broken));
  }

  private static Planted repository(
      String name, int law, String what, UnaryOperator<Repository> broken, String... favours) {
    return new Planted(
        name,
        law,
        what,
        Set.of(favours),
        keys ->
            new Breaks() {
              @Override
              public Repository repository(Repository real) {
                return broken.apply(real);
              }
            });
  }

  /** The sender is told that the event is safe some time before it is. */
  private static Breaks toldBeforeDurable() {
    return new Breaks() {
      @Override
      public Events events(Events real, Kernel kernel, Life life) {
        return (organisation, source, key, body, event) -> {
          kernel.after(life, LATER, () -> real.receive(organisation, source, key, body, event));
          return CompletableFuture.completedStage(new Events.Receipt(Position.START, false));
        };
      }
    };
  }
}
