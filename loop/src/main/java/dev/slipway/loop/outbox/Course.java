package dev.slipway.loop.outbox;

import dev.slipway.ledger.Outbox.Failure;
import dev.slipway.ledger.Outbox.Kept;
import dev.slipway.model.Position;
import dev.slipway.outlet.Dispatch.Sent;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/**
 * How far a receiver was told when a message was begun, and how far it is once that is over.
 * Immutable, for it is asked where messages are sent, off the loop's turn.
 *
 * @param leftOut how many messages were left out before
 * @param offers how often the message was offered before and not wanted
 * @param upTo up to where it was told once the message is over
 * @param ahead what it was told besides by then
 */
record Course(Kept kept, int leftOut, int offers, Position upTo, SortedSet<Position> ahead) {

  /** How far it was told now that the message was sent, or was not. */
  Kept after(Sent sent, Instant now) {
    return switch (sent) {
      case Sent.Delivered _ -> over(Optional.of(now), kept.failure(), 0);
      case Sent.Declined(String because) when offers + 1 >= Patience.OFFERS_MAX ->
          over(kept.lastSent(), Optional.of(new Failure(now, because)), leftOut + 1);
      case Sent.Declined(String because) -> failed(now, because);
      case Sent.Failed(String because) -> failed(now, because);
    };
  }

  /** As if the message were over, for it was none. */
  Kept silent() {
    return new Kept(
        upTo, ahead, kept.tries(), kept.failingSince(), kept.failure(), kept.lastSent(), leftOut);
  }

  private Kept over(Optional<Instant> lastSent, Optional<Failure> failure, int left) {
    return new Kept(upTo, ahead, 0, Optional.empty(), failure, lastSent, left);
  }

  private Kept failed(Instant now, String because) {
    return new Kept(
        kept.upTo(),
        kept.ahead(),
        kept.tries() + 1,
        kept.failingSince().or(() -> Optional.of(now)),
        Optional.of(new Failure(now, because)),
        kept.lastSent(),
        kept.leftOut());
  }
}
