package dev.slipway.engine.authority;

import dev.slipway.model.Reason;

/** Whether an actor may do something, and why not. */
public sealed interface Judgement {

  record Allowed() implements Judgement {}

  record Refused(Reason because) implements Judgement {}

  static Judgement refused(String sentence) {
    return new Refused(new Reason(Authority.NOT_ALLOWED, sentence));
  }
}
