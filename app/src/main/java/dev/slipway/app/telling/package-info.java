/** The real way out for messages: outlets, secrets from files, and the guarded client. */
@NullMarked
package dev.slipway.app.telling;

import org.jspecify.annotations.NullMarked;
