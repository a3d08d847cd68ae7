package dev.slipway.engine.guardrail;

/** Words of commands that people copy into a shell. Stateless. */
final class Quoted {

  private Quoted() {}

  /** A text as one word, whatever it holds. */
  static String word(String text) {
    return text.matches("[A-Za-z0-9._/:@%+=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
