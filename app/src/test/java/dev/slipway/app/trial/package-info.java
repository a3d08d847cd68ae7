/**
 * The whole server on trial: real Git, real processes, real HTTP, and what must be so afterwards.
 */
@NullMarked
package dev.slipway.app.trial;

import org.jspecify.annotations.NullMarked;
