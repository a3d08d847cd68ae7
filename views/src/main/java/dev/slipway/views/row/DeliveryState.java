package dev.slipway.views.row;

/** Where a delivery stands. */
public enum DeliveryState {
  WAITING,
  ROLLING,
  STUCK,
  SETTLED,
  FAILED;

  /** Whether nothing will happen to it any more. */
  public boolean hasEnded() {
    return this == SETTLED || this == FAILED;
  }
}
