/** Tests of the decision table of a rollout, over all of its states. */
@NullMarked
package dev.slipway.engine.rollout;

import org.jspecify.annotations.NullMarked;
