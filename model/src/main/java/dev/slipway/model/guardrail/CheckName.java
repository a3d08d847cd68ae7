package dev.slipway.model.guardrail;

import dev.slipway.model.InvalidValue;

/**
 * Names a check of a commit as the system that runs it calls it, such as {@code ci/build} or {@code
 * Unit tests (Java 25)}: 1 to 100 characters, in one line, without a space at either end.
 */
public record CheckName(String value) implements Comparable<CheckName> {

  private static final int LENGTH_MAX = 100;

  public CheckName {
    if (value.isBlank() || value.length() > LENGTH_MAX || !value.strip().equals(value)) {
      throw new InvalidValue(
          "check's name", "must have 1 to " + LENGTH_MAX + " characters and no space at its ends");
    }
    if (!FreeText.isVisible(value)) {
      throw new InvalidValue("check's name", "may hold visible characters only");
    }
  }

  @Override
  public int compareTo(CheckName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
