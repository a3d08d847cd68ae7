package dev.slipway.loop.snapshot;

import dev.slipway.model.Digest;

/**
 * When snapshots are kept, and whose are read.
 *
 * @param fold names the program that folds; the snapshots of another one are not read
 * @param every after how many entries the next one is kept
 */
public record SnapshotRule(Digest fold, int every) {

  /** Where nothing is kept before the end, as in a test of something else. */
  public static final SnapshotRule NEVER =
      new SnapshotRule(Digest.ofHex("0".repeat(64)), Integer.MAX_VALUE);

  /** So few that folding what came after one is quick, and so many that they cost little. */
  public static final int STANDARD = 5_000;
}
