package dev.slipway.ledger.sql;

import dev.slipway.ledger.Logs;
import dev.slipway.ledger.Logs.Keeping;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which logs are given up: those that were added to last before an instant, and of the others the
 * oldest until all of them fit. What is left of them says how long they were, for a time.
 */
record Retention(Keeping keeping, Instant now) {

  /**
   * A log as far as it matters here.
   *
   * @param changedAt when it was added to last, or removed
   * @param bytes how many of it are kept
   */
  record Aged(Logs.Id id, Instant changedAt, long bytes) {

    static Aged of(Logs.Id id, Logs.About about) {
      return new Aged(id, about.changedAt(), about.size() - about.first());
    }
  }

  /** What is to be removed. */
  sealed interface Removal {
    Logs.Id id();
  }

  /** The bytes of a log; that there was one is still known. */
  record OfBytes(Logs.Id id) implements Removal {}

  /** What was still known. */
  record OfNote(Logs.Id id) implements Removal {}

  /** What is due of these, the oldest first. */
  List<Removal> due(List<Aged> logs) {
    List<Removal> due = new ArrayList<>();
    long sum = 0;
    Instant bytesBefore = now.minus(keeping.time());
    Instant notesBefore = now.minus(Keeping.NOTES);
    for (Aged aged :
        logs.stream().sorted(Comparator.comparing(Aged::changedAt).reversed()).toList()) {
      sum += aged.bytes();
      if (aged.bytes() > 0
          && (sum > keeping.bytesMax() || aged.changedAt().isBefore(bytesBefore))) {
        due.add(new OfBytes(aged.id()));
      } else if (aged.bytes() == 0 && aged.changedAt().isBefore(notesBefore)) {
        due.add(new OfNote(aged.id()));
      }
    }
    return due.reversed();
  }
}
