/** The read tables in a SQLite file of their own, which may be deleted at any time. */
@NullMarked
package dev.slipway.ledger.sql.views;

import org.jspecify.annotations.NullMarked;
