package dev.slipway.wire;

import java.util.Optional;

/**
 * What became of a message that says it is a test.
 *
 * @param because why it was not delivered
 */
public record NotificationTested(boolean delivered, Optional<String> because) {}
