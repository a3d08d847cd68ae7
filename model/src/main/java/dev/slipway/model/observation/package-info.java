/** What a target looks like now, as its agent reports it. */
@NullMarked
package dev.slipway.model.observation;

import org.jspecify.annotations.NullMarked;
