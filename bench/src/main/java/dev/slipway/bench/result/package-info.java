/** What was measured, judged, and how it is written down. */
@NullMarked
package dev.slipway.bench.result;

import org.jspecify.annotations.NullMarked;
