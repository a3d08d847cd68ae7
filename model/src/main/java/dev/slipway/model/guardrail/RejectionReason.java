package dev.slipway.model.guardrail;

import dev.slipway.model.InvalidValue;

/** Why somebody rejected a delivery, in that person's words. */
public record RejectionReason(String value) {

  private static final int LENGTH_MAX = 300;

  public RejectionReason {
    if (value.isBlank() || value.length() > LENGTH_MAX || !FreeText.isPlain(value)) {
      throw new InvalidValue(
          "rejection's reason", "must have 1 to 300 characters and no control characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
