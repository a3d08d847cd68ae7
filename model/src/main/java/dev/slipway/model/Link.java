package dev.slipway.model;

/**
 * Where people read more: an http or https address of at most 500 characters, without credentials.
 * It is kept and shown as text; Slipway never asks it.
 */
public record Link(String value) {

  private static final int LENGTH_MAX = 500;

  public Link {
    if (value.length() > LENGTH_MAX || !value.matches("https?://[!-?A-~]+")) {
      throw new InvalidValue(
          "link", "must be an http or https address of at most 500 characters, without '@'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
