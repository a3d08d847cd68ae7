package dev.slipway.model.state;

import dev.slipway.model.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What could be gone back to, and what not.
 *
 * @param all what was in force, the newest first
 * @param forgottenBelow the number of the oldest that is kept, where older ones are forgotten
 */
public record RollbackChoices(List<One> all, Optional<Integer> forgottenBelow) {

  public RollbackChoices {
    all = List.copyOf(all);
  }

  /**
   * A delivery that was in force.
   *
   * @param since when it came into force
   * @param because why it cannot be gone back to, or by its number alone
   */
  public record One(Skip delivery, Instant since, boolean reachable, Optional<Reason> because) {}
}
