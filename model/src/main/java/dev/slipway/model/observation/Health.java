package dev.slipway.model.observation;

/** What probing said of one instance. */
public enum Health {
  /** Started, not yet answering. */
  STARTING,
  HEALTHY,
  UNHEALTHY,
  /** It should run and does not. */
  GONE,
  /** Nothing can tell, as with commands. */
  UNKNOWN
}
