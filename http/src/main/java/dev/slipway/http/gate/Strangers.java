package dev.slipway.http.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts who was turned away at which door, since the server was started: wrong secrets, wrong
 * signatures, addresses that there are not. They leave no entry, for whoever can reach the server
 * could fill the ledger with them. The log is told of each door at once, and then at most once a
 * minute. Thread-safe.
 */
public final class Strangers {

  private static final Logger LOG = LoggerFactory.getLogger(Strangers.class);
  private static final Duration TELL_EVERY = Duration.ofMinutes(1);
  private static final String HOOKS = "/hooks/";

  private final InstantSource clock;
  private final Map<String, TurnedAway> doors = new HashMap<>();
  private final Map<String, Instant> told = new HashMap<>();

  public Strangers(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Those who were turned away at one door.
   *
   * @param code why, the last time
   */
  public record TurnedAway(long times, Instant last, String code) {}

  /** Takes note of a request that is about to be refused. */
  public void refused(String path, int status, String code) {
    if (status == 401 || (path.startsWith(HOOKS) && (status == 400 || status == 404))) {
      turnedAway(door(path, status), code);
    }
  }

  /** A stranger's own words name no door; an address is named only where there is one. */
  private static String door(String path, int status) {
    if (path.startsWith(HOOKS)) {
      return status == 404 ? "hooks" : hook(path.substring(path.lastIndexOf('/') + 1));
    }
    if (path.startsWith("/agent/")) {
      return path.equals("/agent/v1/enrol") ? "join tokens" : "agents";
    }
    if (path.equals("/api/v1/tokens/exchange")) {
      return "exchanges";
    }
    return path.equals("/api/v1/session") ? "logins" : "credentials";
  }

  private static String hook(String id) {
    return "hook " + id;
  }

  private synchronized void turnedAway(String door, String code) {
    Instant now = clock.instant();
    long times = 1 + Optional.ofNullable(doors.get(door)).map(TurnedAway::times).orElse(0L);
    doors.put(door, new TurnedAway(times, now, code));
    Instant before = told.get(door);
    if (before == null || !now.isBefore(before.plus(TELL_EVERY))) {
      told.put(door, now);
      LOG.warn("Turned away at the door \"{}\": {}; {} since the start", door, code, times);
    }
  }

  /** Those who were turned away at the address of a sender, if any. */
  public synchronized Optional<TurnedAway> atHook(String id) {
    return Optional.ofNullable(doors.get(hook(id)));
  }
}
