package dev.slipway.engine.fold;

import dev.slipway.engine.fold.StateMachine.Row;
import java.util.List;

/** What became of one version of a job at a placement. */
public enum JobStage {
  /** It is to be run, for the first time or because a person wants it again. */
  DUE,
  /** An order has left; nothing was heard yet. */
  BEGUN,
  /** Its target, or a person, says that it succeeded. */
  TOLD_SUCCEEDED,
  /** Its target, or a person, says that it failed. */
  TOLD_FAILED,
  /** It may have had its effect or not; a person has to look. */
  UNKNOWN,
  /** It is written down that it had its effect, and it is not run again. */
  SUCCEEDED,
  /** It is written down that it failed, and it is not run again unless a person wants it. */
  FAILED;

  /** What is heard of it. */
  public enum News {
    ORDER_ISSUED,
    REPORTED_SUCCEEDED,
    REPORTED_FAILED,
    REPORTED_UNKNOWN,
    DECIDED_SUCCEEDED,
    DECIDED_FAILED,
    DECIDED_RERUN,
    ENDED
  }

  /** Which news lead from which stage to which. */
  public static final StateMachine<JobStage, News> TABLE =
      new StateMachine<>(
          List.of(
              new Row<>(DUE, News.ORDER_ISSUED, BEGUN),
              new Row<>(BEGUN, News.REPORTED_SUCCEEDED, TOLD_SUCCEEDED),
              new Row<>(BEGUN, News.REPORTED_FAILED, TOLD_FAILED),
              new Row<>(BEGUN, News.REPORTED_UNKNOWN, UNKNOWN),
              new Row<>(BEGUN, News.DECIDED_SUCCEEDED, TOLD_SUCCEEDED),
              new Row<>(BEGUN, News.DECIDED_FAILED, TOLD_FAILED),
              new Row<>(BEGUN, News.DECIDED_RERUN, DUE),
              new Row<>(UNKNOWN, News.REPORTED_SUCCEEDED, TOLD_SUCCEEDED),
              new Row<>(UNKNOWN, News.REPORTED_FAILED, TOLD_FAILED),
              new Row<>(UNKNOWN, News.DECIDED_SUCCEEDED, TOLD_SUCCEEDED),
              new Row<>(UNKNOWN, News.DECIDED_FAILED, TOLD_FAILED),
              new Row<>(UNKNOWN, News.DECIDED_RERUN, DUE),
              new Row<>(TOLD_SUCCEEDED, News.ENDED, SUCCEEDED),
              new Row<>(TOLD_FAILED, News.ENDED, FAILED),
              new Row<>(FAILED, News.DECIDED_SUCCEEDED, TOLD_SUCCEEDED),
              new Row<>(FAILED, News.DECIDED_FAILED, TOLD_FAILED),
              new Row<>(FAILED, News.DECIDED_RERUN, DUE)));
}
