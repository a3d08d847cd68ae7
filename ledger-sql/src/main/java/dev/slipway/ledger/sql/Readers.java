package dev.slipway.ledger.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A few connections that only read, lent one at a time. Thread-safe. */
final class Readers implements AutoCloseable {

  private static final int CONNECTIONS = 4;

  private final BlockingQueue<Connection> free = new ArrayBlockingQueue<>(CONNECTIONS);

  Readers(Path file) throws SQLException {
    for (int i = 0; i < CONNECTIONS; i++) {
      free.add(Sqlite.reading(file));
    }
  }

  /** Something asked of the database. */
  @FunctionalInterface
  interface Question<T> {
    T of(Connection connection) throws SQLException;
  }

  <T> T ask(Question<T> question) {
    Connection connection;
    try {
      connection = free.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailed("Reading was interrupted.", e);
    }
    try {
      return question.of(connection);
    } catch (SQLException e) {
      throw new StoreFailed("The store cannot be read: " + e.getMessage(), e);
    } finally {
      free.add(connection);
    }
  }

  @Override
  public void close() {
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        free.take().close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new StoreFailed("The store cannot be closed: " + e.getMessage(), e);
    }
  }
}
