package dev.slipway.agent.core;

/** What a slot does on a transition. */
public enum Deed {
  /** Write the newest order into the journal, and begin. */
  BEGIN,
  /** Ask the work under way to stop. */
  CANCEL,
  /** Say how the order ended, unless it was said. */
  REPORT_END,
  /** Say what runs now. */
  REPORT_STATE,
  /** Have {@link Happening#DUE} happen, after a while that grows with every vain try. */
  BACK_OFF,
  /** Converge to the order that is held, once more. */
  HEAL
}
