package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.command.Command;

/** A wish is durable. The same actor and key again is the same wish. */
public record CommandReceived(ActorId actor, String idempotencyKey, Command command)
    implements Entry {}
