package dev.slipway.aggregation;

import dev.slipway.model.ServiceName;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.PolicyRule;
import dev.slipway.model.layer.Revision;
import java.util.List;
import java.util.Optional;

/**
 * What a policy says of an application in one environment.
 *
 * @param breaches which of its rules do not hold, and of which services; none when all do
 */
public record Ruling(Revision<PolicyDefinition> policy, List<Breach> breaches) {

  public Ruling {
    breaches = List.copyOf(breaches);
  }

  /** Whether it lets the application be so. */
  public boolean holds() {
    return breaches.isEmpty();
  }

  /**
   * A rule that does not hold.
   *
   * @param unclear why nobody can say whether it does, which is no yes; absent when it does not
   */
  public record Breach(ServiceName service, PolicyRule rule, Optional<String> unclear) {}
}
