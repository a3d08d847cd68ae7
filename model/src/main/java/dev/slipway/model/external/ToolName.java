package dev.slipway.model.external;

import dev.slipway.model.InvalidValue;

/**
 * Names a tool that deploys beside Slipway, such as {@code jenkins}: 1 to 63 characters of {@code
 * a-z 0-9 -}, with no hyphen at either end.
 */
public record ToolName(String value) {

  private static final int LENGTH_MAX = 63;

  public ToolName {
    if (value.length() > LENGTH_MAX || !value.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?")) {
      throw new InvalidValue(
          "tool's name",
          "must have 1 to " + LENGTH_MAX + " of a-z, 0-9 and '-', and no '-' at its ends");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
