package dev.slipway.expr;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;

/**
 * How much one asking may look at. A text counts by its length, for it can be searched again and
 * again; everything else counts once. So a condition ends soon, whatever it and the values that it
 * looks at say, and the same ends in the same way on any machine. Confined to one asking.
 */
final class Budget implements CelEvaluationListener {

  /** Enough for a hundred variables of four thousand characters each. */
  private static final int LEFT_AT_FIRST = 500_000;

  private int left = LEFT_AT_FIRST;

  @Override
  public void callback(CelExpr part, Object value) {
    left -= value instanceof String text ? text.length() + 1 : 1;
    if (isSpent()) {
      throw new Spent();
    }
  }

  /** Whether it looked at too much; then nothing that it says counts. */
  boolean isSpent() {
    return left < 0;
  }

  /** Ends the asking; the library takes it for a part that cannot be worked out. */
  private static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1;

    Spent() {
      super("It looks at too much", null, false, false);
    }
  }
}
