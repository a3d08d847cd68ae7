package dev.slipway.agent;

import dev.slipway.agent.core.Backoff;
import java.time.Duration;

/**
 * The agent's times.
 *
 * @param hold how long the server may hold an answer back
 * @param linger how long to wait with the next question after an order, for its report to ride
 *     along
 * @param lookEvery how often what is kept is compared with its order
 * @param calm how long it must have been right for earlier vain tries to be forgotten
 * @param again how long to wait before asking an unreachable server again
 * @param heal how long to wait before making right what differs
 */
public record Settings(
    Duration hold,
    Duration linger,
    Duration lookEvery,
    Duration calm,
    Backoff again,
    Backoff heal) {

  public static final Settings STANDARD =
      new Settings(
          Duration.ofSeconds(25),
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          Duration.ofMinutes(1),
          new Backoff(Duration.ofMillis(100), Duration.ofSeconds(15)),
          new Backoff(Duration.ofMillis(100), Duration.ofMinutes(1)));

  /** The same, but for the longest wait before an unreachable server is asked again. */
  public Settings askingWithin(Duration longest) {
    Backoff unreachable = new Backoff(again.first(), longest);
    return new Settings(hold, linger, lookEvery, calm, unreachable, heal);
  }
}
