/** The records against the contract. */
@NullMarked
package dev.slipway.wire;

import org.jspecify.annotations.NullMarked;
