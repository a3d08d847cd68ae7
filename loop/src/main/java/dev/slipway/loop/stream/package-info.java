/** What was written, for those who watch. */
@NullMarked
package dev.slipway.loop.stream;

import org.jspecify.annotations.NullMarked;
