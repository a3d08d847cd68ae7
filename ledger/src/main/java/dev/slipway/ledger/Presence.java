package dev.slipway.ledger;

import dev.slipway.model.ActorId;
import java.time.Instant;
import java.util.Map;

/** When agents were last heard, and what they are; upserted, never in the ledger. Thread-safe. */
public interface Presence {

  /**
   * The last word of an agent.
   *
   * @param version of the agent's own program, as it says; empty when it says none
   */
  record Seen(Instant at, String version) {}

  /** An earlier word that comes late changes nothing. */
  void heard(ActorId agent, Seen seen);

  Map<ActorId, Seen> lastHeard();
}
