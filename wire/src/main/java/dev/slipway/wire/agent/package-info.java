/** What agents and server say to each other, as JSON over HTTP. Absent lists are empty lists. */
@NullMarked
package dev.slipway.wire.agent;

import org.jspecify.annotations.NullMarked;
