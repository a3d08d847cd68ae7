/** Memory on SQLite and in a folder: durable, written by one thread, and verifiable afterwards. */
@NullMarked
package dev.slipway.ledger.sql;

import org.jspecify.annotations.NullMarked;
