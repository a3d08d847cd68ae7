package dev.slipway.model.definition;

import dev.slipway.model.EnvironmentName;
import java.util.List;
import java.util.Optional;

/**
 * What an application asks for of its own in one environment, on top of what that environment asks.
 *
 * @param approvals rules of which all must be met
 * @param resources what has to be at a version; absent when nothing has
 */
public record ApplicationGuardrails(
    EnvironmentName environment,
    List<ApprovalPolicy> approvals,
    Optional<List<ResourcePolicy>> resources) {

  public ApplicationGuardrails {
    approvals = List.copyOf(approvals);
    resources = resources.map(List::copyOf);
  }

  /** One that asks for no resources. */
  public ApplicationGuardrails(EnvironmentName environment, List<ApprovalPolicy> approvals) {
    this(environment, approvals, Optional.empty());
  }

  /** The same for another environment. */
  public ApplicationGuardrails in(EnvironmentName other) {
    return new ApplicationGuardrails(other, approvals, resources);
  }
}
