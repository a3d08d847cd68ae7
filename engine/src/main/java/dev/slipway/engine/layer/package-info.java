/** What overlays come to, as they and everything that they are for are now. */
@NullMarked
package dev.slipway.engine.layer;

import org.jspecify.annotations.NullMarked;
