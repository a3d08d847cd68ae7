package dev.slipway.ledger.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** Something for the writing thread. All of its methods are called there. */
interface Job {

  /** Writes within the group's transaction; says whether there was anything to write. */
  boolean write(Connection connection) throws SQLException;

  /** The group is durable. */
  void durable();

  /** The store failed; whether anything was written is not known. */
  void failed(StoreFailed why);
}
