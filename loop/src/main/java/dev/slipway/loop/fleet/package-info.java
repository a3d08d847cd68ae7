/** Agents: who they are, what they report, what they are told. */
@NullMarked
package dev.slipway.loop.fleet;

import org.jspecify.annotations.NullMarked;
