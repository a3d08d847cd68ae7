package dev.slipway.engine.fold;

import dev.slipway.model.Position;
import dev.slipway.model.notification.NotificationDefinition;

/**
 * Who is told of what, as it was declared last.
 *
 * @param since where it was declared first; what happened before is not told
 */
public record NotificationState(NotificationDefinition definition, Position since) {}
