package dev.slipway.model.definition;

/** What follows when a rollout fails. */
public enum OnFailure {
  /** Nothing by itself: it says so, and a person decides. */
  HALT,
  /** The delivery that was in force before is rolled out again. */
  ROLLBACK
}
