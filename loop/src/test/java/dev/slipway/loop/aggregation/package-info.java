/** The same documents come to the same state anywhere. */
@NullMarked
package dev.slipway.loop.aggregation;

import org.jspecify.annotations.NullMarked;
