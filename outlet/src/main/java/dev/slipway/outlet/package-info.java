/**
 * What every way of telling people must answer: what is to be told becomes a message, by a pure
 * function; somebody else sends it.
 */
@NullMarked
package dev.slipway.outlet;

import org.jspecify.annotations.NullMarked;
