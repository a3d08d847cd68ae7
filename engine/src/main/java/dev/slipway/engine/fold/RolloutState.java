package dev.slipway.engine.fold;

import dev.slipway.engine.fold.MemberStage.News;
import dev.slipway.model.JobName;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.JobTime;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.JobEnded;
import dev.slipway.model.entry.MemberExcluded;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutCancelling;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * The one rollout that a placement is on.
 *
 * @param itinerary known once it started
 * @param members fixed at the start, by name
 * @param madeAt when the delivery was made
 * @param started when the first orders left, or the first ones back
 * @param because the recorded reason why it waits or is stuck
 * @param wayOut the command that would make a stuck rollout go on
 * @param gated what guardrails said of it
 */
public record RolloutState(
    Delivery delivery,
    RolloutPhase phase,
    Itinerary itinerary,
    PSortedMap<TargetName, MemberState> members,
    Instant madeAt,
    Optional<Started> started,
    Optional<Reason> because,
    Optional<String> wayOut,
    Gated gated) {

  /** When a rollout or its way back started, and until when members may stay silent. */
  public record Started(Instant at, Instant deadline) {
    Duration span() {
      return Duration.between(at, deadline);
    }
  }

  /** When it started. */
  public Optional<Instant> startedAt() {
    return started.map(Started::at);
  }

  static RolloutState made(Delivery delivery, Instant at) {
    return new RolloutState(
        delivery,
        RolloutPhase.WAITING,
        Itinerary.NOT_YET,
        TreePMap.empty(),
        at,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Gated.NOT_YET);
  }

  RolloutState started(RolloutStarted entry, Instant at) {
    PSortedMap<TargetName, MemberState> fixed = TreePMap.empty();
    for (TargetName member : entry.members()) {
      fixed = fixed.plus(member, MemberState.unordered(member, entry.deadline(), at));
    }
    return new RolloutState(
        delivery,
        after(entry),
        Itinerary.of(entry),
        fixed,
        madeAt,
        Optional.of(new Started(at, entry.deadline())),
        Optional.empty(),
        Optional.empty(),
        gated);
  }

  RolloutState ordered(OrderIssued entry, Position position, Instant at) {
    Instant deadline = deadline(at);
    Optional<Position> watched =
        itinerary.watched().filter(step -> step == entry.step()).map(_ -> position);
    return in(after(entry), Optional.empty(), Optional.empty())
        .member(
            entry.slot().target().target(),
            m -> m.ordered(entry.step(), entry.attempt(), deadline, watched, at));
  }

  /** Until when an order that is issued now may stay unanswered. */
  Instant deadline(Instant issued) {
    return issued.plus(started.map(Started::span).orElse(Duration.ZERO));
  }

  /** A job was ordered or has ended: it waits for nothing else any more, nor is it stuck. */
  RolloutState goesOn(Entry entry) {
    return in(after(entry), Optional.empty(), Optional.empty());
  }

  /** Who ran a job once it had all else is ordered all else again, and the job no more. */
  RolloutState ended(JobEnded entry, List<TargetName> runners, Instant at) {
    RolloutState on = goesOn(entry);
    boolean after = job(entry.job()).filter(job -> job.time() == JobTime.AFTER).isPresent();
    for (TargetName runner : after ? runners : List.<TargetName>of()) {
      on = on.member(runner, m -> m.heard(News.JOB_ENDED, Optional.empty(), at));
    }
    return on;
  }

  /** Its job of this name. */
  public Optional<DesiredJob> job(JobName name) {
    return jobs().stream().filter(job -> job.name().equals(name)).findFirst();
  }

  /** The effects that it has on its way, in order. */
  public List<DesiredJob> jobs() {
    return delivery.state().jobs().orElseGet(List::of);
  }

  /**
   * Who has an order is to go back; who has none stays as it is, and is no member any more.
   *
   * @param runners who ran a job last, whether it had an order of a step or not
   */
  RolloutState cancelling(RolloutCancelling entry, List<TargetName> runners, Instant at) {
    PSortedMap<TargetName, MemberState> back = TreePMap.empty();
    for (MemberState member : members.values()) {
      if (member.attempt() > 0 || runners.contains(member.target())) {
        back =
            back.plus(
                member.target(), MemberState.unordered(member.target(), entry.deadline(), at));
      }
    }
    return new RolloutState(
        delivery,
        after(entry),
        itinerary,
        back,
        madeAt,
        Optional.of(new Started(at, entry.deadline())),
        Optional.empty(),
        Optional.empty(),
        gated);
  }

  RolloutState stuck(RolloutStuck entry) {
    return in(after(entry), Optional.of(entry.because()), Optional.of(entry.wayOut()));
  }

  RolloutState waiting(RolloutWaiting entry) {
    return in(after(entry), Optional.of(entry.because()), Optional.empty());
  }

  /** Something was said at its gate. */
  RolloutState gated(Entry entry, Gated now) {
    return new RolloutState(
        delivery,
        after(entry),
        itinerary,
        members,
        madeAt,
        started,
        now.because(),
        Optional.empty(),
        now);
  }

  /** Who has nothing to do with it any more. */
  RolloutState excluded(MemberExcluded entry) {
    return new RolloutState(
        delivery,
        after(entry),
        itinerary,
        members.minus(entry.target()),
        madeAt,
        started,
        Optional.empty(),
        Optional.empty(),
        gated);
  }

  /** Whether somebody vouched for it, so that a newer shipment no longer takes its place. */
  public boolean isApproved() {
    return !gated.approvals().isEmpty();
  }

  RolloutState heard(TargetName target, News news, Optional<Reason> why, Instant at) {
    return member(target, m -> m.heard(news, why, at));
  }

  /**
   * A member was not as ordered, or is so again. That matters from when it is at the first step
   * that has to be healthy for longer until the rollout ends, also where it is told late, under an
   * order that is no longer the present one.
   *
   * @param covers whether it was told under an order that was issued there, or later
   */
  RolloutState differed(TargetName target, Predicate<Position> covers, Reason why, Instant at) {
    return member(
        target,
        m ->
            m.watched().filter(covers).isPresent() && (isBeyond(m) || isThere(m))
                ? m.heard(News.REPORTED_DIFFERENT, Optional.of(why), at)
                : m);
  }

  private boolean isBeyond(MemberState member) {
    return itinerary.watched().filter(step -> member.step() > step).isPresent();
  }

  /** The strategies' names. */
  public String strategy() {
    return itinerary.strategy();
  }

  public int steps() {
    return itinerary.steps();
  }

  /** The step after which it bakes; absent when it does not. */
  public Optional<Integer> bakes() {
    return itinerary.bakes();
  }

  /** The step that members go to in turn: the last, or the one after which it bakes. */
  public int goal() {
    return itinerary.goal();
  }

  private static boolean isThere(MemberState member) {
    return member.stage() == MemberStage.CONVERGED;
  }

  /** Whether what is new has to be healthy for a time before it settles. */
  public boolean isBaked() {
    return bakes().isPresent();
  }

  /** Since when every member bakes; absent while one has not come so far, and when all are on. */
  public Optional<Instant> bakingSince() {
    List<MemberState> well =
        members.values().stream().filter(m -> m.stage() != MemberStage.FAILED).toList();
    boolean all = isBaked() && well.stream().allMatch(m -> m.step() == goal() && isThere(m));
    return all
        ? well.stream().map(MemberState::since).max(Comparator.naturalOrder())
        : Optional.empty();
  }

  /** Whether no order has left, so that a newer shipment may take its place. */
  public boolean isWaiting() {
    return phase == RolloutPhase.WAITING;
  }

  private RolloutPhase after(Entry entry) {
    return RolloutPhase.TABLE.next(phase, entry.getClass()).orElse(phase);
  }

  private RolloutState in(RolloutPhase next, Optional<Reason> why, Optional<String> way) {
    return new RolloutState(delivery, next, itinerary, members, madeAt, started, why, way, gated);
  }

  private RolloutState member(TargetName target, UnaryOperator<MemberState> change) {
    return Optional.ofNullable(members.get(target))
        .map(change)
        .map(changed ->
            new RolloutState(
                delivery,
                phase,
                itinerary,
                members.plus(target, changed),
                madeAt,
                started,
                because,
                wayOut,
                gated))
        .orElse(this);
  }
}
