package dev.slipway.source;

import dev.slipway.model.Reason;

/** What a source said, or why it said nothing. */
public sealed interface Reading<T> {

  record Read<T>(T value) implements Reading<T> {}

  /**
   * The source answered, and there is no such thing, or it cannot be used; asking again will not
   * help by itself.
   */
  record Unusable<T>(Reason because) implements Reading<T> {}

  /** The source could not be asked; asking again later may help. */
  record Unavailable<T>(Reason because) implements Reading<T> {}
}
