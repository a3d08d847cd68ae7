/** State machines and folds. */
@NullMarked
package dev.slipway.engine.fold;

import org.jspecify.annotations.NullMarked;
