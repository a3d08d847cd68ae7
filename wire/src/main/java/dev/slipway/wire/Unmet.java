package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is waited for.
 *
 * @param what its name, such as `lock`
 * @param earliest when it is met if nobody does anything; absent when it never is
 * @param ways what could be done about it
 */
public record Unmet(String what, Reason because, Optional<Instant> earliest, List<Way> ways) {
  public Unmet {
    ways = List.copyOf(ways);
  }
}
