package dev.slipway.views.difference;

import java.util.Optional;

/** How something differs. */
public enum Differs {
  ADDED,
  REMOVED,
  CHANGED;

  /** How what is differs from what was; empty where it does not. */
  static <T> Optional<Differs> of(Optional<T> was, Optional<T> is) {
    if (was.equals(is)) {
      return Optional.empty();
    }
    if (was.isEmpty()) {
      return Optional.of(ADDED);
    }
    return Optional.of(is.isEmpty() ? REMOVED : CHANGED);
  }
}
