package dev.slipway.model.guardrail;

import dev.slipway.model.InvalidValue;

/**
 * Where people read about a check: an http or https address of at most 500 characters, without
 * credentials. It is kept and shown as text; Slipway never asks it.
 */
public record CheckLink(String value) {

  private static final int LENGTH_MAX = 500;

  public CheckLink {
    if (value.length() > LENGTH_MAX || !value.matches("https?://[!-?A-~]+")) {
      throw new InvalidValue(
          "check's url", "must be an http or https address of at most 500 characters, without '@'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
