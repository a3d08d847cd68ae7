package dev.slipway.loop.inbox;

import dev.slipway.codec.Digests;
import dev.slipway.ledger.Appended;
import dev.slipway.ledger.Batch;
import dev.slipway.ledger.Guards;
import dev.slipway.ledger.InboxBodies;
import dev.slipway.loop.door.Events;
import dev.slipway.loop.keeper.Keeper;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import dev.slipway.model.SourceName;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.event.Event;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Remembers events before their sender is told so. The entry holds what decisions use; the raw body
 * is kept beside the ledger for people, without making the sender wait. Thread-safe.
 */
public final class Inbox implements Events {

  private final Keeper keeper;
  private final InboxBodies bodies;
  private final InstantSource clock;

  public Inbox(Keeper keeper, InboxBodies bodies, InstantSource clock) {
    this.keeper = keeper;
    this.bodies = bodies;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Receipt> receive(
      Organisation organisation,
      SourceName source,
      String deduplicationKey,
      Bytes body,
      Event event) {
    Digest digest = Digests.sha256(body.toArray());
    Draft draft =
        new Draft(
            StreamKey.of(organisation, source),
            ActorId.SLIPWAY,
            Optional.empty(),
            new EventReceived(source, digest, event));
    Batch batch =
        new Batch(
            List.of(draft), Guards.NONE, Optional.of(key(organisation, source, deduplicationKey)));
    return keeper
        .remember(batch)
        .thenApply(appended ->
            switch (appended) {
              case Appended.Committed committed -> {
                bodies.keep(organisation, digest, body, clock.instant());
                yield new Receipt(committed.entries().getFirst().position(), false);
              }
              case Appended.Duplicate duplicate -> new Receipt(duplicate.first(), true);
              case Appended.Conflict conflict ->
                  throw new IllegalStateException("An unguarded batch met " + conflict);
            });
  }

  private static String key(Organisation organisation, SourceName source, String deduplicationKey) {
    String text = organisation + "\n" + source + "\n" + deduplicationKey;
    return "event/" + Digests.sha256(text.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
