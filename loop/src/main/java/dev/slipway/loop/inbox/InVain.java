package dev.slipway.loop.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was looked at in vain is left alone for longer each time, and never given up. Used in the
 * loop's turn.
 *
 * @param <K> names what is looked at
 */
public final class InVain<K> {

  /** How seldom it is tried at least. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final int DOUBLINGS_MAX = 10;

  private final Duration interval;
  private final Map<K, Vain> vain = new HashMap<>();

  public InVain(Duration interval) {
    this.interval = interval;
  }

  /** How often in a row it was in vain, and when it is tried again. */
  private record Vain(int times, Instant until) {}

  /** A clock that was ahead and was set back left times behind that nobody may wait for. */
  public boolean isWaiting(K key, Instant now) {
    Vain before = vain.get(key);
    return before != null
        && now.isBefore(before.until())
        && !before.until().isAfter(now.plus(LONGEST));
  }

  public void again(K key, Instant now) {
    int times = 1 + Optional.ofNullable(vain.get(key)).map(Vain::times).orElse(0);
    Duration wait = interval.multipliedBy(1L << Math.min(times - 1, DOUBLINGS_MAX)).dividedBy(2);
    Duration bounded = wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    vain.put(key, new Vain(times, now.plus(bounded)));
  }

  public void noMore(K key) {
    vain.remove(key);
  }
}
