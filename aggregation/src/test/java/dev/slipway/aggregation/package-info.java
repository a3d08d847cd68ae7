@NullMarked
package dev.slipway.aggregation;

import org.jspecify.annotations.NullMarked;
