/**
 * Decides and writes, one cause after the other: the only writer of control streams in this
 * process.
 */
@NullMarked
package dev.slipway.loop.keeper;

import org.jspecify.annotations.NullMarked;
