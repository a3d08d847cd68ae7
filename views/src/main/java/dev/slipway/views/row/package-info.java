/** The rows of the read tables, one record each. */
@NullMarked
package dev.slipway.views.row;

import org.jspecify.annotations.NullMarked;
