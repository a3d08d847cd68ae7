package dev.slipway.cli.show;

import java.io.PrintStream;

/**
 * Where answers (out) and remarks (err) go.
 *
 * @param watched whether {@code out} is a terminal
 * @param colours whether {@code out} shows colours
 * @param lively whether {@code err} is a terminal, so that a line on it can be rewritten
 */
public record Terminal(
    PrintStream out, PrintStream err, boolean watched, boolean colours, boolean lively) {

  /** Part of the answer; the text has been made visible by whoever made it. */
  public void answer(String text) {
    out.print(text);
    out.flush();
  }

  /** A line for people beside the answer. */
  public void remark(String text) {
    err.println(text);
  }
}
