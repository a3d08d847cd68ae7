/** Configuration, wiring and main. */
@NullMarked
package dev.slipway.app;

import org.jspecify.annotations.NullMarked;
