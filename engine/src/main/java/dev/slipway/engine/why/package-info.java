/** Why a placement is as it is now. */
@NullMarked
package dev.slipway.engine.why;

import org.jspecify.annotations.NullMarked;
