package dev.slipway.ledger.sql;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What is not worth a commit of its own: it rides along with the next group, after its jobs, and
 * waits about a second at most. Called by the writing thread.
 */
interface Rider {

  /**
   * Whether there is something to write.
   *
   * @param last whether there is no later group
   */
  boolean isWaiting(boolean last);

  void write(Connection connection) throws SQLException;

  /** The group is durable. */
  default void durable() {}
}
