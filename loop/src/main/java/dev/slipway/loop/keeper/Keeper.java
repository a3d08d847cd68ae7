package dev.slipway.loop.keeper;

import dev.slipway.engine.Decision;
import dev.slipway.engine.Engine;
import dev.slipway.engine.fold.World;
import dev.slipway.ledger.Appended;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.ledger.Ledger;
import dev.slipway.loop.port.Journal;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Decides what follows from every cause, and writes it. Causes that touch different streams are
 * written in one group; those that touch the same wait for each other. A guard that did not hold
 * means deciding again. All methods but {@link #remember} are called in the loop's turn.
 */
public final class Keeper {

  /**
   * A need that comes back this often is asked again only after a pause, so that a fault cannot
   * spin.
   */
  private static final int ROUNDS_BEFORE_PAUSE = 16;

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Ledger ledger;
  private final Worlds worlds;
  private final Answers answers;
  private final Wakeups wakeups;
  private final Unclaimed unclaimed;
  private final Scheduler scheduler;
  private final InstantSource clock;
  private final Journal journal;

  private final Deque<PendingCause> ready = new ArrayDeque<>();
  private Ahead ahead = Ahead.NOTHING;
  private int appending;
  private boolean resumed;
  private boolean halted;

  public Keeper(
      Ledger ledger,
      Worlds worlds,
      Answers answers,
      Wakeups wakeups,
      Scheduler scheduler,
      InstantSource clock,
      Journal journal) {
    this.ledger = ledger;
    this.worlds = worlds;
    this.answers = answers;
    this.wakeups = wakeups;
    unclaimed = new Unclaimed(worlds, scheduler, this::goOnFor);
    this.scheduler = scheduler;
    this.clock = clock;
    this.journal = journal;
  }

  /** Says what is made ready whenever a cause is written with what follows from it. */
  public void onForeseen(Ahead made) {
    ahead = made;
  }

  /**
   * Takes up what a crash left undecided: causes without a settlement, and placements on their way.
   */
  public void resume() {
    resumed = true;
    worlds
        .all()
        .forEach((organisation, world) -> {
          world.unsettled().forEach(entry -> ready.add(PendingCause.of(entry)));
          Unclaimed.unfinished(world)
              .forEach(placement -> ready.add(PendingCause.tick(organisation, placement)));
        });
    decideAll();
  }

  /**
   * Writes a cause down. What follows from it is written with it, in one wait for the disk, where
   * it can be said at once: while nothing else is under way, and when nothing has to be asked.
   * Otherwise it is decided once it is durable. Thread-safe.
   */
  public CompletionStage<Appended> remember(Batch cause) {
    return remember(cause, ahead);
  }

  /** As above; {@code made} takes the place of what is made ready otherwise. */
  public CompletionStage<Appended> remember(Batch cause, Ahead made) {
    CompletableFuture<Appended> answer = new CompletableFuture<>();
    scheduler.execute(() ->
        foresee(cause)
            .ifPresentOrElse(
                foreseen -> append(cause, foreseen, made, answer), () -> append(cause, answer)));
    return answer;
  }

  private Optional<Foreseen> foresee(Batch cause) {
    boolean idle = resumed && !halted && appending == 0 && ready.isEmpty();
    return idle
        ? Foreseen.of(cause, worlds, answers, clock.instant(), ROUNDS_BEFORE_PAUSE)
        : Optional.empty();
  }

  private void append(Batch cause, CompletableFuture<Appended> answer) {
    ledger
        .append(cause)
        .whenComplete((appended, failure) -> {
          if (failure == null) {
            scheduler.execute(() -> goOnWith(unclaimed.claim(entries(appended))));
            answer.complete(appended);
          } else {
            answer.completeExceptionally(failure);
          }
        });
  }

  private void append(
      Batch cause, Foreseen foreseen, Ahead made, CompletableFuture<Appended> answer) {
    CompletionStage<Appended> written =
        append(
            foreseen.batch(),
            answer::completeExceptionally,
            appended -> {
              switch (appended) {
                case Appended.Committed committed -> {
                  answer.complete(committed);
                  foreseen(foreseen, committed.entries());
                }
                case Appended.Duplicate duplicate -> answer.complete(duplicate);
                case Appended.Conflict conflict -> append(cause, answer);
              }
            });
    Runnable tell = made.of(foreseen.batch().drafts(), foreseen::after);
    CompletionStage<Void> _ =
        written.thenAccept(appended -> {
          if (appended instanceof Appended.Committed) {
            tell.run();
          }
        });
  }

  /** It was decided before it was folded, so it has not to be decided now that it was. */
  private void foreseen(Foreseen foreseen, List<Recorded> entries) {
    unclaimed.claim(entries);
    wakeups.set(entries.getFirst().stream().organisation(), foreseen.decision().wakeAt());
  }

  /** Takes what was just written, by whomever, after it was folded. */
  public void took(List<Recorded> entries) {
    goOnWith(unclaimed.took(entries));
  }

  /** Whoever wrote a cause decides it. */
  private void goOnWith(List<Recorded> own) {
    own.stream()
        .filter(entry -> PendingCause.isCause(entry.entry()))
        .map(PendingCause::of)
        .forEach(ready::add);
    decideAll();
  }

  private void goOnFor(List<PendingCause> others) {
    ready.addAll(others);
    decideAll();
  }

  private static List<Recorded> entries(Appended appended) {
    return appended instanceof Appended.Committed committed ? committed.entries() : List.of();
  }

  /** Looks at a placement again. */
  public void wake(Organisation organisation, Placement placement) {
    ready.add(PendingCause.tick(organisation, placement));
    decideAll();
  }

  /** Decides nothing any more, until the process is started again. */
  public void halt(String why, Throwable cause) {
    halted = true;
    journal.alarm("Deciding has stopped: " + why, cause);
  }

  public boolean isHalted() {
    return halted;
  }

  private void decideAll() {
    if (appending > 0 || halted) {
      return;
    }
    Set<StreamKey> touched = new HashSet<>();
    Deque<PendingCause> later = new ArrayDeque<>();
    while (!ready.isEmpty()) {
      PendingCause pending = ready.poll();
      World world = worlds.world(pending.organisation());
      if (pending.isSettled(world)) {
        continue;
      }
      Instant now = clock.instant();
      Decision decision = Engine.decide(world, pending.cause(), now);
      wakeups.set(pending.organisation(), decision.wakeAt());
      if (!decision.needs().isEmpty()) {
        ask(pending, decision.needs());
      } else if (!decision.entries().isEmpty()) {
        boolean free = isFree(decision, touched);
        decision.entries().forEach(draft -> touched.add(draft.stream()));
        if (free) {
          append(pending, decision, now);
        } else {
          later.add(pending);
        }
      }
    }
    ready.addAll(later);
  }

  private static boolean isFree(Decision decision, Set<StreamKey> touched) {
    return decision.guards().keySet().stream().noneMatch(touched::contains)
        && decision.entries().stream().map(Draft::stream).noneMatch(touched::contains);
  }

  private void ask(PendingCause pending, List<Need> needs) {
    if (pending.vain() > 0) {
      scheduler.after(pending.patience(), () -> askNow(pending.rested(), needs));
    } else if (pending.rounds() >= ROUNDS_BEFORE_PAUSE) {
      journal.warn("A cause asks the same again and again; it pauses: " + needs);
      scheduler.after(PAUSE, () -> askNow(pending.rested(), needs));
    } else {
      askNow(pending, needs);
    }
  }

  private void askNow(PendingCause pending, List<Need> needs) {
    answers.answer(needs, facts -> scheduler.execute(() -> answered(pending, facts)));
  }

  private void answered(PendingCause pending, List<Fact> facts) {
    ready.addFirst(pending.with(facts));
    decideAll();
  }

  private void append(PendingCause pending, Decision decision, Instant now) {
    CompletionStage<Appended> _ =
        append(
            new Batch(decision.entries(), new Guards(decision.guards()), pending.settling(decision))
                .decidedAt(now),
            failure -> {},
            appended -> appended(pending, appended));
  }

  /** Appends, and lets what is under way end in the loop's turn. */
  private CompletionStage<Appended> append(
      Batch batch, Consumer<Throwable> failed, Consumer<Appended> then) {
    appending++;
    return ledger
        .append(batch)
        .whenComplete((appended, failure) ->
            scheduler.execute(() -> {
              appending--;
              if (failure == null) {
                then.accept(appended);
              } else {
                failed.accept(failure);
                halt("the ledger could not be written", failure);
              }
              decideAll();
            }));
  }

  private void appended(PendingCause pending, Appended appended) {
    switch (appended) {
      case Appended.Committed committed -> unclaimed.claim(committed.entries());
      case Appended.Conflict _ -> ready.addFirst(pending.afresh());
      case Appended.Duplicate _ -> {}
    }
  }
}
