package dev.slipway.expr;

import java.util.List;

/** What a text turns out to be. */
public sealed interface Reading {

  /** A condition that can be asked. */
  record Sound(Condition condition) implements Reading {}

  /** No condition; never without a mistake. */
  record Mistaken(List<Mistake> mistakes) implements Reading {
    public Mistaken {
      mistakes = List.copyOf(mistakes);
    }
  }
}
