/** What stands before every route. */
@NullMarked
package dev.slipway.http.gate;

import org.jspecify.annotations.NullMarked;
