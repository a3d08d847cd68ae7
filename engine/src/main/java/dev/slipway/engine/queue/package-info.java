/** Who waits where, and who gives way to whom. */
@NullMarked
package dev.slipway.engine.queue;

import org.jspecify.annotations.NullMarked;
