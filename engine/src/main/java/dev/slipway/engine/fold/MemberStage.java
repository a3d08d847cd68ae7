package dev.slipway.engine.fold;

import dev.slipway.engine.fold.StateMachine.Row;
import java.util.List;

/** Where one member of a rollout stands. */
public enum MemberStage {
  /** Named in the start of the rollout, or to be run again; no order has left. */
  UNORDERED,
  /** An order has left; nothing was heard yet. */
  ORDERED,
  CONVERGED,
  FAILED,
  /** It may have happened or not; a person has to look. */
  UNKNOWN;

  /** What is heard of a member. */
  public enum News {
    ORDER_ISSUED,
    REPORTED_CONVERGED,
    REPORTED_FAILED,
    REPORTED_UNKNOWN,
    /** It was not as ordered while it had to be. */
    REPORTED_DIFFERENT,
    /** The job that it ran once it had all else has ended. */
    JOB_ENDED,
    DECIDED_SUCCEEDED,
    DECIDED_FAILED,
    DECIDED_RERUN
  }

  /** Which news lead from which stage to which. */
  public static final StateMachine<MemberStage, News> TABLE =
      new StateMachine<>(
          List.of(
              new Row<>(UNORDERED, News.ORDER_ISSUED, ORDERED),
              new Row<>(UNORDERED, News.REPORTED_DIFFERENT, FAILED),
              new Row<>(CONVERGED, News.ORDER_ISSUED, ORDERED),
              new Row<>(ORDERED, News.REPORTED_CONVERGED, CONVERGED),
              new Row<>(ORDERED, News.REPORTED_FAILED, FAILED),
              new Row<>(ORDERED, News.REPORTED_UNKNOWN, UNKNOWN),
              new Row<>(ORDERED, News.REPORTED_DIFFERENT, FAILED),
              new Row<>(CONVERGED, News.REPORTED_DIFFERENT, FAILED),
              new Row<>(CONVERGED, News.JOB_ENDED, UNORDERED),
              new Row<>(ORDERED, News.DECIDED_SUCCEEDED, CONVERGED),
              new Row<>(ORDERED, News.DECIDED_FAILED, FAILED),
              new Row<>(ORDERED, News.DECIDED_RERUN, UNORDERED),
              new Row<>(UNKNOWN, News.REPORTED_CONVERGED, CONVERGED),
              new Row<>(UNKNOWN, News.REPORTED_FAILED, FAILED),
              new Row<>(UNKNOWN, News.DECIDED_SUCCEEDED, CONVERGED),
              new Row<>(UNKNOWN, News.DECIDED_FAILED, FAILED),
              new Row<>(UNKNOWN, News.DECIDED_RERUN, UNORDERED)));
}
