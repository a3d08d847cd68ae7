/** Remembers what arrives, and looks where nothing arrived. */
@NullMarked
package dev.slipway.loop.inbox;

import org.jspecify.annotations.NullMarked;
