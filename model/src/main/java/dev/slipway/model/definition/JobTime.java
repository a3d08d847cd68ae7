package dev.slipway.model.definition;

/** When a job of a delivery runs. */
public enum JobTime {
  /** Before anything of the delivery is ordered of any target. */
  BEFORE,
  /** Once every target holds the delivery, and before it is in force. */
  AFTER
}
