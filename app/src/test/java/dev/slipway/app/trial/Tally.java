package dev.slipway.app.trial;

import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What became of the requests of {@link Visitors}. Thread-safe. */
final class Tally {

  /** What a visitor may not see. */
  enum Bad {
    REFUSED,
    RESET,
    ERROR,
    WRONG_VERSION
  }

  private static final int TOLD_MAX = 20;

  private final Map<String, LongAdder> versions = new ConcurrentHashMap<>();
  private final Map<Bad, LongAdder> bad = new ConcurrentHashMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final LongAdder sent = new LongAdder();
  private final LongAdder slow = new LongAdder();
  private final LongAdder connections = new LongAdder();
  private final AtomicLong latest = new AtomicLong();

  void connected() {
    connections.increment();
  }

  void sent(boolean isSlow, long lateNanos) {
    sent.increment();
    if (isSlow) {
      slow.increment();
    }
    latest.accumulateAndGet(lateNanos, Math::max);
  }

  /** Somebody answered; where a version was to be expected, it should be that one. */
  void answered(String version, Optional<String> expected) {
    versions.computeIfAbsent(version, _ -> new LongAdder()).increment();
    if (expected.filter(wanted -> !wanted.equals(version)).isPresent()) {
      failed(Bad.WRONG_VERSION, version + " instead of " + expected.get());
    }
  }

  void failed(Bad how, String what) {
    bad.computeIfAbsent(how, _ -> new LongAdder()).increment();
    if (failures.size() < TOLD_MAX) {
      failures.add(how + ": " + what);
    }
  }

  long sent() {
    return sent.sum();
  }

  long connections() {
    return connections.sum();
  }

  /** How often a version answered. */
  long answersOf(String version) {
    return versions.getOrDefault(version, new LongAdder()).sum();
  }

  long answers() {
    return versions.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** The first of what went wrong. */
  Queue<String> failures() {
    return failures;
  }

  private long count(Bad how) {
    return bad.getOrDefault(how, new LongAdder()).sum();
  }

  /** A line for people. */
  String told(double seconds) {
    return "%d requests sent in %.1f s (%.1f/s), %d answered, %d of them after 2 s; %d resets, %d refusals, %d errors, %d answers of a wrong version; %d connections opened; the latest request was %d ms late; answers by version: %s"
        .formatted(
            sent(),
            seconds,
            sent() / seconds,
            answers(),
            slow.sum(),
            count(Bad.RESET),
            count(Bad.REFUSED),
            count(Bad.ERROR),
            count(Bad.WRONG_VERSION),
            connections(),
            latest.get() / 1_000_000,
            new java.util.TreeMap<>(versions));
  }
}
