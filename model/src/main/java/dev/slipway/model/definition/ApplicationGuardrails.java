package dev.slipway.model.definition;

import dev.slipway.model.EnvironmentName;
import java.util.List;

/**
 * What an application asks for of its own in one environment, on top of what that environment asks.
 *
 * @param approvals rules of which all must be met
 */
public record ApplicationGuardrails(EnvironmentName environment, List<ApprovalPolicy> approvals) {

  public ApplicationGuardrails {
    approvals = List.copyOf(approvals);
  }
}
