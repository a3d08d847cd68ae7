/** We ask one slot to be like this. */
@NullMarked
package dev.slipway.model.order;

import org.jspecify.annotations.NullMarked;
