/** The doors through which other rooms reach the loop. */
@NullMarked
package dev.slipway.loop.door;

import org.jspecify.annotations.NullMarked;
