package dev.slipway.wire;

import java.util.Optional;

/**
 * Where in its queue a shipment is to stand; either of the two.
 *
 * @param to an end of the queue
 * @param before another shipment that waits there
 */
public record MoveRequest(Optional<QueueEnd> to, Optional<String> before) {}
