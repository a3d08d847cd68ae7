package dev.slipway.model.external;

import dev.slipway.model.InvalidValue;

/**
 * Where people read about a deployment of a tool's: an http or https address of at most 500
 * characters, without credentials. It is kept and shown as text; Slipway never asks it.
 */
public record RunLink(String value) {

  private static final int LENGTH_MAX = 500;

  public RunLink {
    if (value.length() > LENGTH_MAX || !value.matches("https?://[!-?A-~]+")) {
      throw new InvalidValue(
          "tool's link", "must be an http or https address of at most 500 characters, without '@'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
