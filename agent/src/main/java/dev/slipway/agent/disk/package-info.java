/** The agent's folder: its key, its identity, its journal and its archives. */
@NullMarked
package dev.slipway.agent.disk;

import org.jspecify.annotations.NullMarked;
