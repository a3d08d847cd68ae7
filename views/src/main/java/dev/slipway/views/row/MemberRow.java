package dev.slipway.views.row;

import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetName;
import dev.slipway.model.observation.ObservedInstance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A target that takes part in a rollout, and what it last said.
 *
 * @param wave the wave that it is in, from 1 on; absent where all are reached at once
 */
public record MemberRow(
    TargetName target,
    Optional<Integer> wave,
    Outcome outcome,
    Optional<Reason> because,
    int step,
    int attempt,
    Optional<Position> order,
    Optional<Instant> since,
    List<ObservedInstance> instances) {

  /** What a member said of its order. */
  public enum Outcome {
    PENDING,
    CONVERGED,
    FAILED,
    UNKNOWN,
    REFUSED,
    /** The rollout goes on without it. */
    EXCLUDED
  }

  public MemberRow {
    instances = List.copyOf(instances);
  }

  /** A member that has no order yet. */
  public static MemberRow of(TargetName target) {
    return of(target, Optional.empty());
  }

  /** A member that has no order yet, in a wave. */
  public static MemberRow of(TargetName target, Optional<Integer> wave) {
    return new MemberRow(
        target,
        wave,
        Outcome.PENDING,
        Optional.empty(),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** A target without which the rollout goes on, from now on or from the start. */
  public MemberRow excluded(Instant at) {
    return new MemberRow(
        target,
        wave,
        Outcome.EXCLUDED,
        Optional.empty(),
        step,
        attempt,
        order,
        Optional.of(at),
        instances);
  }

  public MemberRow ordered(Position by, int atStep, int inAttempt, Instant at) {
    return new MemberRow(
        target,
        wave,
        Outcome.PENDING,
        Optional.empty(),
        atStep,
        inAttempt,
        Optional.of(by),
        Optional.of(at),
        instances);
  }

  public MemberRow said(Outcome what, Optional<Reason> why, Instant at) {
    return new MemberRow(target, wave, what, why, step, attempt, order, Optional.of(at), instances);
  }

  public MemberRow showing(List<ObservedInstance> seen) {
    return new MemberRow(target, wave, outcome, because, step, attempt, order, since, seen);
  }
}
