/** What the forwarder is told and what it says, as files. Pure but for the names of the files. */
@NullMarked
package dev.slipway.forwarder.routes;

import org.jspecify.annotations.NullMarked;
