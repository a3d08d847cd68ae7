package dev.slipway.model.guardrail;

/** Where in the course of a delivery a guardrail is judged. */
public enum Juncture {
  /** Before it starts, and before people are asked to approve it. */
  BEFORE_APPROVAL,
  /** Before it starts. */
  AFTER_APPROVAL,
  /** Once it has started, before each further step. */
  DURING,
  /** Once every step was taken, before it settles. */
  AFTER
}
