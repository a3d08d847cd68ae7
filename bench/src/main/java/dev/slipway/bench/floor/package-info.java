/** The least that the work of a goal can cost on this machine, done without Slipway. */
@NullMarked
package dev.slipway.bench.floor;

import org.jspecify.annotations.NullMarked;
