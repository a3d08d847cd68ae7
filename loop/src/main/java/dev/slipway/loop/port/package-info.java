/**
 * What the loop needs of the world outside: turns, workers and time. The app brings real ones, the
 * simulator simulated ones.
 */
@NullMarked
package dev.slipway.loop.port;

import org.jspecify.annotations.NullMarked;
