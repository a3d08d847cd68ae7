package dev.slipway.engine.why;

import dev.slipway.engine.guardrail.Way;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Why an application in an environment is as it is at one instant, decided afresh.
 *
 * @param state in one sentence
 * @param delivery the one that is on its way
 * @param unmet everything that it waits for, and nothing else: once all of it is met, it goes on
 */
public record Explanation(Reason state, Optional<DeliveryId> delivery, List<Unmet> unmet) {

  public Explanation {
    unmet = List.copyOf(unmet);
  }

  /**
   * One thing that is waited for.
   *
   * @param what its name, such as {@code lock}
   * @param earliest when it is met if nobody does anything; absent when it never is
   * @param ways what could be done about it, by whom
   */
  public record Unmet(String what, Reason because, Optional<Instant> earliest, List<Way> ways) {
    public Unmet {
      ways = List.copyOf(ways);
    }
  }

  /** When it goes on at the earliest if nobody does anything; absent when it never does. */
  public Optional<Instant> earliest() {
    return unmet.stream().allMatch(one -> one.earliest().isPresent())
        ? unmet.stream().flatMap(one -> one.earliest().stream()).max(Comparator.naturalOrder())
        : Optional.empty();
  }
}
