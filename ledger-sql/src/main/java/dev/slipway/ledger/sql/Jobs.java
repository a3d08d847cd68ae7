package dev.slipway.ledger.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;

/** Makes jobs. Stateless. */
final class Jobs {

  /** Only wakes the writer. */
  static final Job NOTHING = of(connection -> Written.NO, new CompletableFuture<Written>());

  private Jobs() {}

  /** Whether a change changed anything. */
  enum Written {
    YES,
    NO
  }

  /** Changes the database and answers. */
  @FunctionalInterface
  interface Change<T> {
    T in(Connection connection) throws SQLException;
  }

  /** A job that completes {@code answer} once its change is durable. */
  static <T> Job of(Change<T> change, CompletableFuture<T> answer) {
    return new Job() {
      private final CompletableFuture<T> result = new CompletableFuture<>();

      @Override
      public boolean write(Connection connection) throws SQLException {
        T made = change.in(connection);
        result.complete(made);
        return made != Written.NO;
      }

      @Override
      public void durable() {
        answer.complete(result.join());
      }

      @Override
      public void failed(StoreFailed why) {
        answer.completeExceptionally(why);
      }
    };
  }
}
