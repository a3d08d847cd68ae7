/** Going back: to which delivery, what is kept away afterwards, and for whom it lets go. */
@NullMarked
package dev.slipway.engine.rollback;

import org.jspecify.annotations.NullMarked;
