package dev.slipway.model;

/** What a person says of why they did something: 1 to 300 characters, in one line. */
public record Remark(String value) {

  private static final int LENGTH_MAX = 300;

  public Remark {
    if (value.isBlank() || value.length() > LENGTH_MAX) {
      throw new InvalidValue("reason", "must have 1 to " + LENGTH_MAX + " characters");
    }
    if (value.chars().anyMatch(Character::isISOControl) || !Texts.isWellFormed(value)) {
      throw new InvalidValue("reason", "must be one line, without control or half characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
