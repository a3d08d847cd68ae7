/** Composes the complete state of an application in an environment. */
@NullMarked
package dev.slipway.engine.delivery;

import org.jspecify.annotations.NullMarked;
