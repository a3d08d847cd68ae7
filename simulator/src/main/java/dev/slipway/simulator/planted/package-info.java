/** Breaks of one promise each, planted around the real parts, to show that a law notices. */
@NullMarked
package dev.slipway.simulator.planted;

import org.jspecify.annotations.NullMarked;
