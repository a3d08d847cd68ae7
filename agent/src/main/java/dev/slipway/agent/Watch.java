package dev.slipway.agent;

import dev.slipway.agent.port.Ports;
import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Difference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/**
 * Compares what runs in a slot with its order again and again, and paces the healing. Lives on the
 * agent's thread; the looking itself is done by a worker.
 */
final class Watch {

  private final Slot slot;
  private final Ports ports;
  private final Settings settings;
  private final Runnable due;
  private final BiConsumer<List<ObservedInstance>, Reason> differs;

  /** Which watch is on; what an earlier one set going is void. */
  private long turn;

  private boolean looking;
  private Optional<Runnable> afterLook = Optional.empty();
  private int vain;
  private Instant since = Instant.EPOCH;
  private String told = "";

  Watch(
      Slot slot,
      Ports ports,
      Settings settings,
      Runnable due,
      BiConsumer<List<ObservedInstance>, Reason> differs) {
    this.slot = slot;
    this.ports = ports;
    this.settings = settings;
    this.due = due;
    this.differs = differs;
  }

  void begin(Assignment assignment) {
    turn++;
    since = ports.clock().instant();
    later(settings.lookEvery(), () -> look(assignment));
  }

  /** Voids what is set going; a new order starts with a clean record. */
  void end() {
    turn++;
    vain = 0;
    told = "";
  }

  /** Runs {@code task} once no worker looks, for an adapter serves a slot one call at a time. */
  void whenIdle(Runnable task) {
    if (looking) {
      afterLook = Optional.of(task);
    } else {
      task.run();
    }
  }

  void backOff() {
    turn++;
    boolean wasCalm =
        Duration.between(since, ports.clock().instant()).compareTo(settings.calm()) > 0;
    vain = wasCalm ? 1 : vain + 1;
    since = ports.clock().instant();
    later(settings.heal().after(vain, ports.chance().nextDouble()), due);
  }

  /**
   * Whether this is another thing than was told last; a crash loop is told once, not every turn.
   */
  boolean isNews(boolean drifted, Reason because) {
    String now = drifted + " " + because.code();
    boolean news = !now.equals(told);
    told = now;
    return news;
  }

  private void later(Duration delay, Runnable task) {
    long mine = turn;
    ports
        .scheduler()
        .after(
            delay,
            () -> {
              if (mine == turn) {
                task.run();
              }
            });
  }

  private void look(Assignment assignment) {
    long mine = turn;
    looking = true;
    Adapter adapter = ports.processes();
    CompletionStage<Void> _ =
        ports
            .workers()
            .call(() -> new Look(adapter.difference(assignment), adapter.observe(slot)))
            .exceptionally(problem -> failed(problem))
            .thenAccept(look -> ports.scheduler().execute(() -> looked(mine, assignment, look)));
  }

  private void looked(long mine, Assignment assignment, Look look) {
    looking = false;
    Optional<Runnable> waiting = afterLook;
    afterLook = Optional.empty();
    if (waiting.isPresent()) {
      waiting.get().run();
    } else if (mine == turn) {
      if (look.difference().isEmpty()) {
        later(settings.lookEvery(), () -> look(assignment));
      } else {
        differs.accept(look.instances(), look.difference().reasons().getFirst());
      }
    }
  }

  private Look failed(Throwable problem) {
    ports.log().accept(slot + ": looking failed: " + problem);
    return new Look(Difference.NONE, List.of());
  }

  private record Look(Difference difference, List<ObservedInstance> instances) {}
}
