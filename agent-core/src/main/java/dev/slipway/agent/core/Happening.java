package dev.slipway.agent.core;

/** What can happen to a slot. */
public enum Happening {
  /** A newer order with its artifacts is here. */
  ORDERED,
  /** The work under way ended as ordered, and what came of it can be looked at. */
  CONVERGED,
  /** The work under way ended as ordered, and nothing of it can be looked at. */
  DONE,
  /** The work under way failed, or nobody knows; what comes next is the engine's to say. */
  FAILED,
  /** The way back failed, or nobody knows; nothing else comes next. */
  MISSED,
  /** What runs differs from the order. */
  DIFFERS,
  /** It is time to make right again what differs. */
  DUE
}
