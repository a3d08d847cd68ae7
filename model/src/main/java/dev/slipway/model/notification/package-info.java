/** Who is told of what happens, and what happened that somebody is told of. */
@NullMarked
package dev.slipway.model.notification;

import org.jspecify.annotations.NullMarked;
