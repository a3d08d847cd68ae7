package dev.slipway.expr;

/** What a condition says of a service. */
public sealed interface Answer {

  /** It is so, or it is not. */
  record Said(boolean so) implements Answer {}

  /** Nobody can say, which is no yes. */
  record Unclear(String because) implements Answer {}
}
