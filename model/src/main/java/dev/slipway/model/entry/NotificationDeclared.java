package dev.slipway.model.entry;

import dev.slipway.model.definition.Origin;
import dev.slipway.model.notification.NotificationDefinition;

/** Somebody is told of what happens from here on, or of something else than before. */
public record NotificationDeclared(NotificationDefinition definition, Origin origin)
    implements Entry {}
