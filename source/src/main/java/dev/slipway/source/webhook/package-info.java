/**
 * What receivers of webhooks share: a body read within bounds, proofs of where it came from, and
 * what news of a ref comes to.
 */
@NullMarked
package dev.slipway.source.webhook;

import org.jspecify.annotations.NullMarked;
