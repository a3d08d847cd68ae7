package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.NotificationName;

/** Nobody is told anything any more under this name. */
public record NotificationRemoved(NotificationName notification, ActorId by) implements Entry {}
