package dev.slipway.model.need;

import java.util.List;

/**
 * The newest of some commits, newest first.
 *
 * @param total how many there are, as far as they were counted
 * @param whole whether all were counted
 */
public record CommitLog(List<Commit> newest, int total, boolean whole) {

  /** So many are shown at most. */
  public static final int NEWEST_MAX = 100;

  /** So many are counted at most. */
  public static final int TOTAL_MAX = 10_000;

  public CommitLog {
    newest = List.copyOf(newest);
  }
}
