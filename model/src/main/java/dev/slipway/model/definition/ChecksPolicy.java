package dev.slipway.model.definition;

import dev.slipway.model.guardrail.CheckName;
import java.time.Duration;
import java.util.List;

/**
 * Checks of the commit have to be green before a delivery starts.
 *
 * @param required those that nothing passes over
 * @param optional those that a forced delivery passes over
 * @param deadline how long each may take, from when the delivery was made or, where that was later,
 *     from when it was heard of last
 */
public record ChecksPolicy(List<CheckName> required, List<CheckName> optional, Duration deadline) {

  public ChecksPolicy {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
  }
}
