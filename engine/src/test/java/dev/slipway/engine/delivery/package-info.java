/** What a delivery is composed of, tried for itself. */
@NullMarked
package dev.slipway.engine.delivery;

import org.jspecify.annotations.NullMarked;
