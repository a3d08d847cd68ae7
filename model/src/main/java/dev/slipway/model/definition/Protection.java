package dev.slipway.model.definition;

/** What keeps people from meaning another environment than they name. */
public enum Protection {
  /** Whoever sends something there by hand names the environment once more. */
  CONFIRM
}
