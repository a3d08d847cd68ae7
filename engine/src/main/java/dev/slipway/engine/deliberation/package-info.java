/** One decision while it is being made: what was read, asked and written. */
@NullMarked
package dev.slipway.engine.deliberation;

import org.jspecify.annotations.NullMarked;
