package dev.slipway.model.guardrail;

import dev.slipway.model.InvalidValue;

/** Why somebody locked something, in that person's words; it is shown wherever something waits. */
public record LockReason(String value) {

  private static final int LENGTH_MAX = 300;

  public LockReason {
    if (value.isBlank() || value.length() > LENGTH_MAX) {
      throw new InvalidValue("lock reason", "must have 1 to " + LENGTH_MAX + " characters");
    }
    if (!FreeText.isPlain(value)) {
      throw new InvalidValue("lock reason", "may hold neither control characters nor half ones");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
