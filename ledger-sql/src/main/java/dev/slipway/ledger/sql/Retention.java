package dev.slipway.ledger.sql;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which logs are given up: those that were added to last before an instant, and of the others the
 * oldest until all of them fit. What is left of them says how long they were.
 */
record Retention(long bytesMax, Instant before) {

  private record Aged(LogFolder log, Instant changedAt, long bytes) {}

  void over(List<LogFolder> logs) throws IOException {
    List<Aged> newestFirst = new ArrayList<>();
    for (LogFolder log : logs) {
      var about = log.about();
      newestFirst.add(new Aged(log, about.changedAt(), about.size() - about.first()));
    }
    newestFirst.sort(Comparator.comparing(Aged::changedAt).reversed());
    long sum = 0;
    for (Aged aged : newestFirst) {
      sum += aged.bytes();
      if (aged.bytes() > 0 && (sum > bytesMax || aged.changedAt().isBefore(before))) {
        aged.log().giveUp();
      }
    }
  }
}
