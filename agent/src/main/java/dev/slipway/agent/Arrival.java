package dev.slipway.agent;

/** Whoever waits for the artifacts of one order. */
interface Arrival {

  /** Whether anybody still does. */
  boolean isAwaited();

  void here();
}
