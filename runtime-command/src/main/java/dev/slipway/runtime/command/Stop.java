package dev.slipway.runtime.command;

import dev.slipway.model.Reason;

/** Why a command was made to stop. */
enum Stop {
  TIMED_OUT("timed-out", "The command took longer than it may in all"),
  NO_OUTPUT("no-output", "The command wrote nothing for longer than it may"),
  TOO_MUCH_OUTPUT("too-much-output", "The command wrote more output than is kept"),
  CANCELLED("cancelled", "The command was cancelled, for a newer order took its place");

  private final String code;
  private final String sentence;

  Stop(String code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  /** The reason, with the last lines of output. */
  Reason because(String tail) {
    return new Reason(code, sentence + ", and was stopped." + Outcomes.lastLines(tail));
  }

  /** The last line of the log. */
  String closing() {
    return "\n[slipway] " + sentence + ", and was stopped.\n";
  }
}
