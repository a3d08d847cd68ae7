package dev.slipway.model.entry;

import dev.slipway.model.Digest;
import dev.slipway.model.SourceName;
import dev.slipway.model.event.Event;

/**
 * An event is durable; only now is its sender told so. {@code body} is the digest of the bytes that
 * it came in.
 */
public record EventReceived(SourceName source, Digest body, Event event) implements Entry {}
