package dev.slipway.model.guardrail;

/** What a guardrail says of a delivery. Only {@link #PASS} lets it go on. */
public enum GuardrailVerdict {
  /** It holds. */
  PASS,
  /** It does not hold. */
  FAIL,
  /** Something has to happen first, or time has to pass. */
  PENDING,
  /** What it needs to know cannot be known now. */
  INCONCLUSIVE
}
