/** Measures the goals against floors that are taken on the same machine in the same run. */
@NullMarked
package dev.slipway.bench;

import org.jspecify.annotations.NullMarked;
