/** What of the entries is told to people, and to whom. Pure. */
@NullMarked
package dev.slipway.engine.notification;

import org.jspecify.annotations.NullMarked;
