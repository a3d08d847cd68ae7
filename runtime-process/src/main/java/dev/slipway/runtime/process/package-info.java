/**
 * Long-running processes on a host: started from immutable release folders, probed, looked at,
 * healed, stopped, and adopted by a new agent.
 */
@NullMarked
package dev.slipway.runtime.process;

import org.jspecify.annotations.NullMarked;
