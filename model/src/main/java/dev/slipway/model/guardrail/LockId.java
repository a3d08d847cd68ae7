package dev.slipway.model.guardrail;

import dev.slipway.model.InvalidValue;

/** Identifies a lock: a digest of the wish that set it. */
public record LockId(String value) implements Comparable<LockId> {

  public LockId {
    if (!value.matches("l-[0-9a-f]{16}")) {
      throw new InvalidValue("lock id", "looks like l-0123456789abcdef");
    }
  }

  @Override
  public int compareTo(LockId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
