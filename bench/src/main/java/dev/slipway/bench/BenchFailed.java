package dev.slipway.bench;

/** A measurement cannot be taken; the message says why. */
public final class BenchFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BenchFailed(String message) {
    super(message);
  }

  public BenchFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
