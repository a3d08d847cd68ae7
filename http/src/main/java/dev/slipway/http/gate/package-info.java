/** What stands before every route: who asks, how much is read, what is sent along. */
@NullMarked
package dev.slipway.http.gate;

import org.jspecify.annotations.NullMarked;
