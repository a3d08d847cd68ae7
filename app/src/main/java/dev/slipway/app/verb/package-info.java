/** The verbs that run here, on the machine of the server. */
@NullMarked
package dev.slipway.app.verb;

import org.jspecify.annotations.NullMarked;
