package dev.slipway.loop.fleet;

import dev.slipway.engine.fold.World;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Blobs;
import dev.slipway.ledger.Guards;
import dev.slipway.ledger.Presence;
import dev.slipway.loop.door.Agents;
import dev.slipway.loop.door.Commands;
import dev.slipway.loop.door.Memory;
import dev.slipway.loop.keeper.Keeper;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.loop.port.Workers;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Bytes;
import dev.slipway.model.Fence;
import dev.slipway.model.Reason;
import dev.slipway.model.StreamKey;
import dev.slipway.model.TargetId;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.observation.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers agents. A request that brings no news is held until there is an order for its target or
 * its time is up; an agent has one request held at most. Thread-safe: what is kept is kept in the
 * loop's turn.
 */
public final class Fleet implements Agents {

  private static final Duration HOLD_MAX = Duration.ofMinutes(2);

  private final Keeper keeper;
  private final Admissions admissions;
  private final Presence presence;
  private final Roster roster;
  private final OrderBook orders;
  private final Holdings holdings;
  private final Scheduler scheduler;
  private final InstantSource clock;
  private final Strays strays = new Strays();
  private final KeyRelay keys;
  private final Set<ActorId> nudged = new HashSet<>();
  private final Map<ActorId, Held> held = new HashMap<>();
  private long heldSoFar;

  /** A fleet of whoever is in the roster. */
  public Fleet(
      Keeper keeper,
      Memory memory,
      Admissions admissions,
      Presence presence,
      Roster roster,
      OrderBook orders,
      Holdings holdings,
      Scheduler scheduler,
      InstantSource clock) {
    this.keeper = keeper;
    this.admissions = admissions;
    this.presence = presence;
    this.roster = roster;
    this.orders = orders;
    this.holdings = holdings;
    this.scheduler = scheduler;
    this.clock = clock;
    keys = new KeyRelay(memory, roster, held::containsKey, this::nudge);
  }

  /** Where secrets pass that are sealed for agents. */
  public SealingDesk sealing(Memory memory, Blobs blobs, Commands commands, Workers workers) {
    return new SealingDesk(memory, blobs, commands, keys, scheduler, workers);
  }

  /** Tells an agent that there is something about keys for it; in the loop's turn. */
  private void nudge(ActorId agent) {
    Held request = held.get(agent);
    if (request == null) {
      nudged.add(agent);
    } else {
      answer(request, new Answered(List.of(), true));
    }
  }

  /** A request that is to be answered. */
  private record Asking(
      Enrolled agent, Map<ApplicationName, Fence> holding, CompletableFuture<Answered> answer) {}

  /** One that waits for an order. */
  private record Held(long number, Asking asking, Instant until, Scheduler.Cancellation timeout) {}

  @Override
  public Optional<Enrolled> enrolled(ActorId agent) {
    return roster.enrolled(agent);
  }

  @Override
  public Optional<Enrolled> former(ActorId agent) {
    return roster.former(agent);
  }

  @Override
  public void heardOfFormer(Enrolled former) {
    presence.heard(former.agent(), new Presence.Seen(clock.instant(), ""));
  }

  @Override
  public List<Noticed> strays(ActorId agent) {
    return strays.of(agent);
  }

  @Override
  public CompletionStage<Admission> enrol(Applicant applicant) {
    return admissions.judge(applicant);
  }

  @Override
  public Optional<Reason> refusal(Enrolled agent, Asked asked) {
    return admissions.refusal(agent, asked.reports());
  }

  @Override
  public CompletionStage<Answered> sync(Enrolled agent, Asked asked) {
    presence.heard(agent.agent(), new Presence.Seen(clock.instant(), asked.version()));
    holdings.heard(agent, asked);
    strays.heard(agent.agent(), asked.strays(), clock.instant());
    List<Draft> drafts =
        asked.reports().stream()
            .filter(report -> report.slot().target().equals(agent.target()))
            .map(report -> draft(agent, report))
            .toList();
    Asking asking = new Asking(agent, asked.holding(), new CompletableFuture<>());
    if (drafts.isEmpty()) {
      scheduler.execute(() -> answerOrHold(asking, asked.holdMillis()));
    } else {
      String key = "report/" + agent.agent() + "/" + asked.boot() + "/" + asked.sequence();
      keeper
          .remember(
              new Batch(drafts, Guards.NONE, Optional.of(key)),
              (written, world) -> ready(written, world, Stream.of(asking)))
          .whenComplete((_, failure) -> reported(asking, asked.holdMillis(), failure));
    }
    return asking.answer();
  }

  private void reported(Asking asking, long holdMillis, @Nullable Throwable failure) {
    if (failure == null) {
      scheduler.execute(() -> answerOrHold(asking, holdMillis));
    } else {
      asking.answer().completeExceptionally(failure);
    }
  }

  private static Draft draft(Enrolled agent, Report report) {
    return new Draft(
        StreamKey.of(agent.organisation(), agent.target()),
        agent.agent(),
        Optional.empty(),
        new ReportReceived(agent.agent(), report));
  }

  /**
   * Signs orders while they are being written, so that whoever waits for them has them as soon as
   * they are issued; called in the loop's turn.
   */
  public Runnable ready(List<Draft> written, Supplier<World> world) {
    return ready(written, world, Stream.of());
  }

  private Runnable ready(List<Draft> written, Supplier<World> world, Stream<Asking> reporting) {
    Set<TargetId> targets = OrderBook.ordered(written);
    if (targets.isEmpty()) {
      return () -> {};
    }
    World after = world.get();
    List<Runnable> tells =
        Stream.concat(reporting, held.values().stream().map(Held::asking))
            .filter(asking -> targets.contains(asking.agent().target()))
            .filter(asking -> asking.agent().organisation().equals(after.organisation()))
            .map(asking -> tell(asking, orders.newerThan(after, asking.agent(), asking.holding())))
            .toList();
    return () -> tells.forEach(Runnable::run);
  }

  /** What is kept of a request is put away in the loop's turn, which comes to it later. */
  private static Runnable tell(Asking asking, List<Bytes> news) {
    return () -> {
      if (!news.isEmpty()) {
        asking.answer().complete(new Answered(news, false));
      }
    };
  }

  /**
   * Looks through the requests that are held, after something was written; called in the loop's
   * turn.
   */
  public void took(Set<TargetId> targets) {
    if (targets.isEmpty()) {
      return;
    }
    for (Held request : List.copyOf(held.values())) {
      if (targets.contains(request.asking().agent().target())) {
        answerIfAny(request);
      }
    }
  }

  private void answerOrHold(Asking asking, long holdMillis) {
    Enrolled agent = asking.agent();
    if (holdMillis > 0) {
      // A report that does not wait leaves the question alone that the agent has waiting here.
      release(agent.agent());
    }
    if (asking.answer().isDone()) {
      return;
    }
    List<Bytes> news = orders.newerThan(agent, asking.holding());
    boolean aboutKeys = nudged.remove(agent.agent()) || keys.greets(agent);
    if (holdMillis <= 0 || !news.isEmpty() || aboutKeys) {
      asking.answer().complete(new Answered(news, aboutKeys));
      return;
    }
    Duration hold = Duration.ofMillis(Math.min(holdMillis, HOLD_MAX.toMillis()));
    long number = ++heldSoFar;
    Scheduler.Cancellation timeout =
        scheduler.after(
            hold,
            () -> {
              Held current = held.get(agent.agent());
              if (current != null && current.number() == number) {
                release(agent.agent());
              }
            });
    Instant until = holdings.waits(agent, hold);
    held.put(agent.agent(), new Held(number, asking, until, timeout));
  }

  private void answerIfAny(Held request) {
    Asking asking = request.asking();
    List<Bytes> news = orders.newerThan(asking.agent(), asking.holding());
    if (!news.isEmpty() || asking.answer().isDone()) {
      answer(request, new Answered(news, false));
    }
  }

  /** Answers the request that an agent has held, without news. */
  private void release(ActorId agent) {
    Optional.ofNullable(held.get(agent))
        .ifPresent(before -> answer(before, new Answered(List.of(), false)));
  }

  private void answer(Held request, Answered answered) {
    Enrolled agent = request.asking().agent();
    held.remove(agent.agent());
    holdings.answered(agent, request.until());
    request.timeout().cancel();
    request.asking().answer().complete(answered);
  }
}
