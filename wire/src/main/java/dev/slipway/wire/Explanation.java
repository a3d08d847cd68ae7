package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * The values of an application in an environment, and where each came from.
 *
 * @param number of the delivery whose state it is; absent when it is what the documents come to now
 * @param policies those that there are now for any of its services
 */
public record Explanation(
    String application,
    String environment,
    Optional<Integer> number,
    List<ExplainedValue> values,
    List<BindingPolicy> policies) {
  public Explanation {
    values = List.copyOf(values);
    policies = List.copyOf(policies);
  }
}
