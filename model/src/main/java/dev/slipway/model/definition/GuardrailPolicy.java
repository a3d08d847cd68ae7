package dev.slipway.model.definition;

import java.util.Optional;

/** What must hold in an environment before a delivery starts there. */
public record GuardrailPolicy(Optional<ApprovalPolicy> approval, Optional<ChecksPolicy> checks) {

  /** One that asks for no checks. */
  public GuardrailPolicy(Optional<ApprovalPolicy> approval) {
    this(approval, Optional.empty());
  }
}
