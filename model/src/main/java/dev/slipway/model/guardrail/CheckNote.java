package dev.slipway.model.guardrail;

import dev.slipway.model.InvalidValue;

/** What whoever ran a check says of it: 1 to 140 visible characters. */
public record CheckNote(String value) {

  private static final int LENGTH_MAX = 140;

  public CheckNote {
    if (value.isBlank() || value.length() > LENGTH_MAX || !FreeText.isVisible(value)) {
      throw new InvalidValue(
          "check's description", "must have 1 to " + LENGTH_MAX + " visible characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
