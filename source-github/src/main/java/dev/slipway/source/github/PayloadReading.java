package dev.slipway.source.github;

import dev.slipway.model.Reason;

/** A body as read, or why it cannot be. */
sealed interface PayloadReading permits Payload, PayloadReading.Unreadable {

  record Unreadable(Reason because) implements PayloadReading {}
}
