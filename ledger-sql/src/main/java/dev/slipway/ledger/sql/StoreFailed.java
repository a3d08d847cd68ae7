package dev.slipway.ledger.sql;

/**
 * The store itself failed, and takes nothing more until it is opened again: it is not known what of
 * the last group was written.
 */
public final class StoreFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreFailed(String message) {
    super(message);
  }

  StoreFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
