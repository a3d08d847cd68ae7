/**
 * What the agent needs of the world. The application gives the real things, the simulator its own.
 */
@NullMarked
package dev.slipway.agent.port;

import org.jspecify.annotations.NullMarked;
