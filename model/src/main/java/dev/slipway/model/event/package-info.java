/** The world told us: facts seen, from outside or inside. */
@NullMarked
package dev.slipway.model.event;

import org.jspecify.annotations.NullMarked;
