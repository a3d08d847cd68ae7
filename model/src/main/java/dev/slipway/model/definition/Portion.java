package dev.slipway.model.definition;

import dev.slipway.model.InvalidValue;

/** How many of some things: so many, or so many of each hundred. */
public sealed interface Portion {

  /**
   * How many that is of {@code all}: at least one, where there are any, and never more than all.
   */
  int of(int all);

  /** So many. */
  record Count(int number) implements Portion {
    public Count {
      if (number < 1) {
        throw new InvalidValue("portion", "is at least 1");
      }
    }

    @Override
    public int of(int all) {
      return Math.min(number, all);
    }
  }

  /** So many of each hundred, rounded down. */
  record Percent(int percent) implements Portion {

    private static final int HUNDRED = 100;

    public Percent {
      if (percent < 1 || percent > HUNDRED) {
        throw new InvalidValue("portion", "is 1% to 100%");
      }
    }

    @Override
    public int of(int all) {
      return Math.min(all, Math.max(1, all * percent / HUNDRED));
    }
  }
}
