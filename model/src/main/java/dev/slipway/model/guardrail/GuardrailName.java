package dev.slipway.model.guardrail;

import dev.slipway.model.InvalidValue;

/**
 * Names one guardrail of a delivery: its kind, such as {@code lock}, and where there are several of
 * a kind, which one, as in {@code check ci/unit}.
 */
public record GuardrailName(String value) implements Comparable<GuardrailName> {

  /** What people locked. */
  public static final GuardrailName LOCK = new GuardrailName("lock");

  /** What people have to approve. */
  public static final GuardrailName APPROVAL = new GuardrailName("approval");

  private static final int LENGTH_MAX = 120;

  public GuardrailName {
    if (value.isEmpty() || value.length() > LENGTH_MAX || !FreeText.isVisible(value)) {
      throw new InvalidValue("guardrail name", "must have 1 to 120 visible characters");
    }
  }

  /** One check of its commit. */
  public static GuardrailName of(CheckName check) {
    return new GuardrailName("check " + check);
  }

  @Override
  public int compareTo(GuardrailName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
