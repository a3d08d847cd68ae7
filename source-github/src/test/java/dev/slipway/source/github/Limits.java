package dev.slipway.source.github;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often the stand-in may be asked, and what it says of that. Not thread-safe. */
final class Limits {

  private final List<Limit> next = new ArrayList<>();
  private int remaining = 5_000;
  private long reset;

  /** An answer that asks for patience. */
  record Limit(int status, Map<String, String> headers, String message) {}

  void left(int requests, long resetEpochSecond) {
    remaining = requests;
    reset = resetEpochSecond;
  }

  void hasten(int status, Map<String, String> headers) {
    next.add(
        new Limit(
            status,
            headers,
            "You have exceeded a secondary rate limit. Please wait a few minutes."));
  }

  /** What is answered to the next request instead. */
  Optional<Limit> haste() {
    return next.isEmpty() ? Optional.empty() : Optional.of(next.removeFirst());
  }

  boolean isSpent() {
    return remaining <= 0;
  }

  void spend() {
    remaining--;
  }

  Map<String, String> headers() {
    return Map.of(
        "X-RateLimit-Limit",
        "5000",
        "X-RateLimit-Remaining",
        Integer.toString(remaining),
        "X-RateLimit-Reset",
        Long.toString(reset));
  }
}
