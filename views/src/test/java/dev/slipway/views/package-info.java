/** The contract of the read tables, and a ledger in a few lines to try it on. */
@NullMarked
package dev.slipway.views;

import org.jspecify.annotations.NullMarked;
