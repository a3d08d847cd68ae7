/** SQLite and the folder, held against the contracts, against crashes and against tampering. */
@NullMarked
package dev.slipway.ledger.sql;

import org.jspecify.annotations.NullMarked;
