/** The laws hold in all weather, notice what breaks them, and runs replay. */
@NullMarked
package dev.slipway.simulator;

import org.jspecify.annotations.NullMarked;
