/** State folded from entries. */
@NullMarked
package dev.slipway.engine.fold;

import org.jspecify.annotations.NullMarked;
