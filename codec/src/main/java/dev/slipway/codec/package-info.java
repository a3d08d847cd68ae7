/**
 * Turns the model into bytes and back: canonical JSON, digests, identities, signed envelopes,
 * certificates and checkpoints. Pure; keys and chance are passed in.
 */
@NullMarked
package dev.slipway.codec;

import org.jspecify.annotations.NullMarked;
