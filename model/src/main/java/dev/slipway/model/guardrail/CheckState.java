package dev.slipway.model.guardrail;

/**
 * What a check came to. Of two reports of the same instant the later constant counts, so that the
 * order in which they arrive does not matter.
 */
public enum CheckState {
  /** It is on its way. */
  PENDING,
  /** It is green. */
  SUCCESS,
  /** It is red. */
  FAILURE,
  /** It could not be carried out. */
  ERROR;

  /** Whether it is over and did not go well. */
  public boolean isRed() {
    return this == FAILURE || this == ERROR;
  }
}
