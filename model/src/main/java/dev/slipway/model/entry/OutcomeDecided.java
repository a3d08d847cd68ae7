package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.JobName;
import dev.slipway.model.Slot;
import dev.slipway.model.command.Command;
import java.util.Optional;

/**
 * A person said what became of an order whose outcome was not known.
 *
 * @param job which job of the delivery it is about; absent for what the target should be
 */
public record OutcomeDecided(
    DeliveryId delivery,
    Slot slot,
    Command.Settle.Verdict verdict,
    ActorId by,
    Optional<JobName> job)
    implements Entry {

  /** About what a target should be. */
  public OutcomeDecided(
      DeliveryId delivery, Slot slot, Command.Settle.Verdict verdict, ActorId by) {
    this(delivery, slot, verdict, by, Optional.empty());
  }
}
