/** The goals, each measured in rounds that alternate between floor and subject. */
@NullMarked
package dev.slipway.bench.goal;

import org.jspecify.annotations.NullMarked;
