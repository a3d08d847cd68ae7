package dev.slipway.model.guardrail;

import java.util.List;

/**
 * The locks that a person lets a rollback pass.
 *
 * @param locks 1 to {@value #LOCKS_MAX}
 */
public record Permit(List<LockId> locks) {

  public static final int LOCKS_MAX = 80;

  public Permit {
    locks = List.copyOf(locks);
    if (locks.isEmpty() || locks.size() > LOCKS_MAX) {
      throw new IllegalArgumentException("A permit names 1 to " + LOCKS_MAX + " locks");
    }
  }
}
