package dev.slipway.source;

import dev.slipway.model.Reason;
import java.util.function.Function;

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

  /** What comes of what was said; where nothing was said, why. */
  default <U> Reading<U> then(Function<? super T, Reading<U>> next) {
    return switch (this) {
      case Read<T>(T value) -> next.apply(value);
      case Unusable<T>(Reason because) -> new Unusable<>(because);
      case Unavailable<T>(Reason because) -> new Unavailable<>(because);
    };
  }
}
