@NullMarked
package dev.slipway.engine.trust;

import org.jspecify.annotations.NullMarked;
