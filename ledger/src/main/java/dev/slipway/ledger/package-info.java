/** What memory must keep, whatever keeps it. Every store passes the same contract suite. */
@NullMarked
package dev.slipway.ledger;

import org.jspecify.annotations.NullMarked;
