/**
 * What an agent decides: which order to take, what its journal says, what to do when something
 * happens to a slot, and which reports to send. Values in, values out.
 */
@NullMarked
package dev.slipway.agent.core;

import org.jspecify.annotations.NullMarked;
