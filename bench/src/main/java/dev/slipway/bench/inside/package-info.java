/** The engine and the loop in this process, without HTTP, signatures and processes. */
@NullMarked
package dev.slipway.bench.inside;

import org.jspecify.annotations.NullMarked;
