/** The real ports: turns, workers and words for operators. */
@NullMarked
package dev.slipway.app.port;

import org.jspecify.annotations.NullMarked;
