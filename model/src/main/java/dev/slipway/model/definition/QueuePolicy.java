package dev.slipway.model.definition;

/** What becomes of automatic shipments that wait in an environment; requested ones each run. */
public enum QueuePolicy {
  /** The newest supersedes the others as soon as it comes. */
  LATEST,
  /** Each runs, in order. */
  EVERY,
  /** What waits side by side goes together, as the newest of them. */
  BATCH,
  /** Each runs, in order; what fails stops those behind it until something replaces it. */
  TRAIN
}
