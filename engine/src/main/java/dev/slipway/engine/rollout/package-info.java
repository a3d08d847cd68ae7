/**
 * Takes placements from one delivery to the next, and settles, fails or names what holds them up.
 */
@NullMarked
package dev.slipway.engine.rollout;

import org.jspecify.annotations.NullMarked;
