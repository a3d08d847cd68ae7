package dev.slipway.cli;

/** How a verb ended, for scripts; part of the public contract. */
public enum Exit {
  /** It is as wished. */
  CONVERGED(0),
  /** Nothing can be said: the request was wrong, refused, overtaken, or nobody answered. */
  OTHER(1),
  /** The delivery failed, or what was asked is not so. */
  FAILED(2),
  /** It had not ended when the time to wait was over; it goes on without us. */
  TIMEOUT(3);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  /** The process' exit code. */
  public int code() {
    return code;
  }
}
