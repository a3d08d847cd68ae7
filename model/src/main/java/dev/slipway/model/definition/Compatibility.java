package dev.slipway.model.definition;

/** What may run with the effect of a job that cannot be taken back, beside its own delivery. */
public enum Compatibility {
  /** The delivery that was in force before may; nothing from before that. */
  PREVIOUS
}
