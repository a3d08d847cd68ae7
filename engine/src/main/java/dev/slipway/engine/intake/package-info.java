/** What follows from events, and what shipments carry. */
@NullMarked
package dev.slipway.engine.intake;

import org.jspecify.annotations.NullMarked;
