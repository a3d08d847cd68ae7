/** What the engine decides, told as given, when, then. */
@NullMarked
package dev.slipway.engine;

import org.jspecify.annotations.NullMarked;
