/** The way to the server over HTTP. */
@NullMarked
package dev.slipway.agent.http;

import org.jspecify.annotations.NullMarked;
