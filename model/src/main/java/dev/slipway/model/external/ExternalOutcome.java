package dev.slipway.model.external;

/** How a deployment that another tool made ended, as it says. */
public enum ExternalOutcome {
  /** What it brought is there now. */
  SUCCEEDED,
  /** Nobody but the tool knows what is there now. */
  FAILED
}
