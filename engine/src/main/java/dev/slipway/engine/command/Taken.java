package dev.slipway.engine.command;

import dev.slipway.model.Reason;

/** What became of one document. */
sealed interface Taken {

  record Changed() implements Taken {}

  record Unchanged() implements Taken {}

  record Refused(Reason because) implements Taken {}

  static Taken refused(String code, String sentence) {
    return new Refused(new Reason(code, sentence));
  }
}
