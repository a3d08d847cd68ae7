package dev.slipway.loop.fleet;

import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.ledger.Presence;
import dev.slipway.loop.door.Agents;
import dev.slipway.loop.keeper.Keeper;
import dev.slipway.loop.port.Scheduler;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
  private final Map<ActorId, Held> held = new HashMap<>();
  private long heldSoFar;

  public Fleet(
      Keeper keeper,
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
  }

  /** A request that waits for an order. */
  private record Held(
      long number,
      Enrolled agent,
      Map<ApplicationName, Fence> holding,
      CompletableFuture<Answered> answer,
      Instant until,
      Scheduler.Cancellation timeout) {}

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
    CompletableFuture<Answered> answer = new CompletableFuture<>();
    if (drafts.isEmpty()) {
      scheduler.execute(() -> answerOrHold(agent, asked, answer));
    } else {
      String key = "report/" + agent.agent() + "/" + asked.boot() + "/" + asked.sequence();
      keeper
          .remember(new Batch(drafts, Guards.NONE, Optional.of(key)))
          .whenComplete((appended, failure) -> reported(agent, asked, answer, failure));
    }
    return answer;
  }

  private void reported(
      Enrolled agent,
      Asked asked,
      CompletableFuture<Answered> answer,
      @Nullable Throwable failure) {
    if (failure == null) {
      scheduler.execute(() -> answerOrHold(agent, asked, answer));
    } else {
      answer.completeExceptionally(failure);
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
   * Looks through the requests that are held, after something was written; called in the loop's
   * turn.
   */
  public void took(Set<TargetId> targets) {
    if (targets.isEmpty()) {
      return;
    }
    for (Held request : List.copyOf(held.values())) {
      if (targets.contains(request.agent().target())) {
        answerIfAny(request);
      }
    }
  }

  private void answerOrHold(Enrolled agent, Asked asked, CompletableFuture<Answered> answer) {
    List<Bytes> news = orders.newerThan(agent, asked.holding());
    if (asked.holdMillis() <= 0) {
      // A report that does not wait leaves the question alone that the agent has waiting here.
      answer.complete(new Answered(news));
      return;
    }
    release(agent.agent());
    if (!news.isEmpty()) {
      answer.complete(new Answered(news));
      return;
    }
    Duration hold = Duration.ofMillis(Math.min(asked.holdMillis(), HOLD_MAX.toMillis()));
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
    held.put(agent.agent(), new Held(number, agent, asked.holding(), answer, until, timeout));
  }

  private void answerIfAny(Held request) {
    List<Bytes> news = orders.newerThan(request.agent(), request.holding());
    if (!news.isEmpty()) {
      held.remove(request.agent().agent());
      holdings.answered(request.agent(), request.until());
      request.timeout().cancel();
      request.answer().complete(new Answered(news));
    }
  }

  /** Answers the request that an agent has held, without news. */
  private void release(ActorId agent) {
    Held before = held.remove(agent);
    if (before != null) {
      holdings.answered(before.agent(), before.until());
      before.timeout().cancel();
      before.answer().complete(new Answered(List.of()));
    }
  }
}
