package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An entry in the ledger.
 *
 * @param at when it was written, in milliseconds; never earlier than the entry before it
 */
public record Recorded(
    Position position,
    Instant at,
    StreamKey stream,
    ActorId actor,
    Optional<Position> cause,
    Entry entry) {

  public Recorded {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
