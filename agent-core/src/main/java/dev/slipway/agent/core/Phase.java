package dev.slipway.agent.core;

/** Where a slot stands with its order. */
public enum Phase {
  /** Nothing is being done, and nothing would be: no order yet, or its order failed. */
  RESTING,
  /** The order is being carried out for the first time. */
  CONVERGING,
  /** The order is kept: what runs is compared with it. */
  KEEPING,
  /** What runs differs; soon it will be made right again. */
  DRIFTED,
  /** What runs is being made right again. */
  HEALING,
  /** A newer order is here, and the work for the older one is being stopped. */
  YIELDING
}
