/** The real way to read what is kept elsewhere: tokens from files, and the guarded client. */
@NullMarked
package dev.slipway.app.reading;

import org.jspecify.annotations.NullMarked;
