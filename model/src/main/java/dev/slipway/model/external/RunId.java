package dev.slipway.model.external;

import dev.slipway.model.InvalidValue;

/**
 * What a tool itself calls one of its deployments, such as {@code 4711} or {@code
 * deploy-prod/4711}: 1 to 200 visible ASCII characters without a space.
 */
public record RunId(String value) {

  private static final int LENGTH_MAX = 200;

  public RunId {
    if (value.length() > LENGTH_MAX || !value.matches("[!-~]+")) {
      throw new InvalidValue(
          "tool's id", "must have 1 to " + LENGTH_MAX + " visible ASCII characters and no space");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
