package dev.slipway.model.definition;

import dev.slipway.model.InvalidValue;

/** How many of some things: so many, or so many of each hundred. */
public sealed interface Portion {

  /**
   * How many that is of {@code all}: at least one, where there are any, and never more than all.
   */
  int of(int all);

  /** As a document has it, such as {@code 3} or {@code 25%}. */
  String written();

  /**
   * Reads what a document has: a number, a share, or {@code all}.
   *
   * @throws InvalidValue for anything else
   */
  static Portion parse(String text) {
    if (text.equals("all")) {
      return new Percent(Percent.HUNDRED);
    }
    if (!text.matches("[0-9]{1,9}%?")) {
      throw new InvalidValue("portion", "is a number, a share such as 25%, or all");
    }
    return text.endsWith("%")
        ? new Percent(Integer.parseInt(text.substring(0, text.length() - 1)))
        : new Count(Integer.parseInt(text));
  }

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

    @Override
    public String written() {
      return Integer.toString(number);
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

    @Override
    public String written() {
      return percent + "%";
    }
  }
}
