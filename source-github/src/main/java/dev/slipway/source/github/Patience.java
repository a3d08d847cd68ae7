package dev.slipway.source.github;

import dev.slipway.outbound.Answer.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How long a GitHub asks to be left alone. There are two limits: so many requests in an hour, of
 * which every answer tells what is left, and one for haste, which names seconds, or nothing at all.
 * Thread-safe.
 *
 * @see <a
 *     href="https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api">
 *     GitHub: best practices for using the REST API</a>
 */
final class Patience {

  /** Whatever an answer says, it is asked again within this time. */
  private static final Duration MOST = Duration.ofHours(1);

  private static final String LEFT = "x-ratelimit-remaining";
  private static final String RESET = "x-ratelimit-reset";
  private static final String AFTER = "retry-after";

  /** Which headers of an answer tell of limits. */
  static final Set<String> HEADERS = Set.of(LEFT, RESET, AFTER);

  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration UNTOLD = Duration.ofMinutes(1);
  private static final int DOUBLINGS_MAX = 4;

  private Instant until = Instant.MIN;
  private int untold;

  /** Until when nobody asks anything; empty where one may. */
  synchronized Optional<Instant> until(Instant now) {
    return until.isAfter(now) && !until.isAfter(now.plus(MOST))
        ? Optional.of(until)
        : Optional.empty();
  }

  /** Takes note of what an answer says; whether it is one of a limit. */
  synchronized boolean isLimit(Answered answer, Instant now) {
    boolean spent = answer.header(LEFT).filter("0"::equals).isPresent();
    Optional<Instant> reset = number(answer, RESET).map(Instant::ofEpochSecond).filter(_ -> spent);
    Optional<Instant> after = number(answer, AFTER).map(now::plusSeconds);
    boolean refused = answer.status() == 403 || answer.status() == 429;
    boolean haste =
        answer.status() == 429
            || answer.body().toLowerCase(Locale.ROOT).contains("secondary rate limit");
    if (!refused) {
      untold = 0;
      reset.ifPresent(at -> rest(at, now));
      return false;
    }
    if (after.isPresent() || reset.isPresent()) {
      rest(after.or(() -> reset).orElseThrow(), now);
      return true;
    }
    if (haste) {
      rest(now.plus(UNTOLD.multipliedBy(1L << Math.min(untold, DOUBLINGS_MAX))), now);
      untold++;
    }
    return haste;
  }

  private void rest(Instant at, Instant now) {
    Instant least = now.plus(LEAST);
    Instant most = now.plus(MOST);
    until = at.isBefore(least) ? least : at.isAfter(most) ? most : at;
  }

  private static Optional<Long> number(Answered answer, String header) {
    return answer.header(header).filter(text -> text.matches("[0-9]{1,12}")).map(Long::valueOf);
  }
}
