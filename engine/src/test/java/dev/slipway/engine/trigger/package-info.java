/** What globs and triggers match. */
@NullMarked
package dev.slipway.engine.trigger;

import org.jspecify.annotations.NullMarked;
