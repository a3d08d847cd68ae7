package dev.slipway.ledger;

import dev.slipway.model.ActorId;
import java.time.Instant;
import java.util.Map;

/** When agents were last heard; upserted, never in the ledger. Thread-safe. */
public interface Presence {

  void heard(ActorId agent, Instant at);

  Map<ActorId, Instant> lastHeard();
}
