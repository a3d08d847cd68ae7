/** Drives a server from outside, at little cost of its own. */
@NullMarked
package dev.slipway.bench.driver;

import org.jspecify.annotations.NullMarked;
