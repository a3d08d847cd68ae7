package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Slot;
import dev.slipway.model.command.Command;

/** A person said what became of an order whose outcome was not known. */
public record OutcomeDecided(
    DeliveryId delivery, Slot slot, Command.Settle.Verdict verdict, ActorId by) implements Entry {}
