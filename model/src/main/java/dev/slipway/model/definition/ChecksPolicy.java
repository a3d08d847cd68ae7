package dev.slipway.model.definition;

import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.Juncture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Checks of the commit have to be green.
 *
 * @param required those that nothing passes over
 * @param optional those that a forced delivery passes over
 * @param deadline how long each may take, from when it began to be waited for or, where that was
 *     later, from when it was heard of last
 * @param at where they are judged; absent is the same as {@link Juncture#AFTER_APPROVAL}
 */
public record ChecksPolicy(
    List<CheckName> required, List<CheckName> optional, Duration deadline, Optional<Juncture> at) {

  public ChecksPolicy {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
  }

  /** Those that are judged before the start. */
  public ChecksPolicy(List<CheckName> required, List<CheckName> optional, Duration deadline) {
    this(required, optional, deadline, Optional.empty());
  }

  public Juncture juncture() {
    return at.orElse(Juncture.AFTER_APPROVAL);
  }
}
