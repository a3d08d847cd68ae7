package dev.slipway.codec;

import dev.slipway.model.Digest;
import dev.slipway.model.entry.Recorded;

/**
 * A decoded entry with its link to the one before it.
 *
 * @param previous the leaf hash of the entry before it; {@link EntryCodec#BEFORE_FIRST} for the
 *     first
 */
public record Linked(Recorded recorded, Digest previous) {}
