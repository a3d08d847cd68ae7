package dev.slipway.model.definition;

import java.util.Optional;

/** What must hold in an environment before a delivery starts there. */
public record GuardrailPolicy(Optional<ApprovalPolicy> approval) {}
