package dev.slipway.engine.trigger;

import dev.slipway.model.RefName;

/** What a trigger is held against. */
public sealed interface News {

  /** A ref points elsewhere. */
  record Moved(RefName ref) implements News {}

  /** A ref is no more. */
  record Gone(RefName ref) implements News {}

  /** A trusted sender announced a commit. */
  record Announced(String type) implements News {}
}
