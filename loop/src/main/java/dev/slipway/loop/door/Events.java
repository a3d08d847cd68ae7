package dev.slipway.loop.door;

import dev.slipway.model.Bytes;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.SourceName;
import dev.slipway.model.event.Event;
import java.util.concurrent.CompletionStage;

/** Where recognised events are remembered. Thread-safe. */
public interface Events {

  /** Completes once the event is durable; never waits for what follows from it. */
  CompletionStage<Receipt> receive(
      Organisation organisation,
      SourceName source,
      String deduplicationKey,
      Bytes body,
      Event event);

  /**
   * Proof that an event is remembered.
   *
   * @param duplicate whether the same news had been received before; {@code position} is then that
   *     of the first
   */
  record Receipt(Position position, boolean duplicate) {}
}
