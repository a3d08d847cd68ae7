/** Signed messages for whoever listens, by the rules of Standard Webhooks. */
@NullMarked
package dev.slipway.outlet.webhook;

import org.jspecify.annotations.NullMarked;
