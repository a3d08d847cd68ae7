/** What one decision remembers while it is being made. */
@NullMarked
package dev.slipway.engine.deliberation;

import org.jspecify.annotations.NullMarked;
