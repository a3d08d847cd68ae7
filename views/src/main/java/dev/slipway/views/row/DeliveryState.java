package dev.slipway.views.row;

/** Where a delivery stands. */
public enum DeliveryState {
  WAITING,
  ROLLING,
  STUCK,
  SETTLED,
  FAILED,
  /** Someone ended it, and its targets are on their way back. */
  CANCELLING,
  /** Someone ended it. */
  CANCELLED,
  /** A newer one took its place before its first order. */
  SUPERSEDED;

  /** Whether nothing will happen to it any more. */
  public boolean hasEnded() {
    return switch (this) {
      case SETTLED, FAILED, CANCELLED, SUPERSEDED -> true;
      case WAITING, ROLLING, STUCK, CANCELLING -> false;
    };
  }
}
