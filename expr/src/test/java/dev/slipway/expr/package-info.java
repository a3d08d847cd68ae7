@NullMarked
package dev.slipway.expr;

import org.jspecify.annotations.NullMarked;
