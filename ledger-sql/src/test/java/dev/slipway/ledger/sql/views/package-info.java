/** The read tables' contract on SQLite. */
@NullMarked
package dev.slipway.ledger.sql.views;

import org.jspecify.annotations.NullMarked;
