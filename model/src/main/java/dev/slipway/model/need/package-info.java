/** What a decision still has to know, and the answers that the loop brings back. */
@NullMarked
package dev.slipway.model.need;

import org.jspecify.annotations.NullMarked;
