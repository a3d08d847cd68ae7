package dev.slipway.ledger.sql.views;

/** The file of the read tables failed. It can be deleted; the ledger is not touched by it. */
public final class ViewsFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ViewsFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
