package dev.slipway.config.schema;

import java.util.List;

/** What may stand under a key. */
public sealed interface Type {

  /** A scalar. */
  record Scalar(Format format) implements Type {}

  /** {@code true} or {@code false}. */
  record Flag() implements Type {}

  /** One of a few words. */
  record Choice(List<String> words) implements Type {
    public Choice {
      words = List.copyOf(words);
    }
  }

  /** A sequence of at least one item. */
  record Sequence(Type item, int countMax) implements Type {}

  /** A mapping whose keys the author chooses. */
  record Named(Format key, Type value, int countMax) implements Type {}

  /** A mapping with known keys. */
  record Known(Shape shape) implements Type {}

  /** A scalar or a sequence for the simple case, or a collection that says more. */
  record Either(Type brief, Type full) implements Type {}
}
