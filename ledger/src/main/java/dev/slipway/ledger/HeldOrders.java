package dev.slipway.ledger;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Fence;
import dev.slipway.model.Organisation;
import dev.slipway.model.TargetId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Which orders agents were last heard to hold, and until when a question of theirs waits for an
 * answer; upserted, never in the ledger. Whoever serves agents of the same ledger shares it. It may
 * be lost: then nobody has been heard. Thread-safe.
 */
public interface HeldOrders {

  /** A target's own place. */
  record Place(Organisation organisation, TargetId target) {}

  /**
   * The last word of an agent.
   *
   * @param holding the highest fence that it has accepted for each application
   * @param waitsUntil absent when no question of it waits
   */
  record Heard(Instant at, Map<ApplicationName, Fence> holding, Optional<Instant> waitsUntil) {
    public Heard {
      holding = Map.copyOf(holding);
    }
  }

  /** Takes the place of what was heard before. */
  void heard(Place place, Heard heard);

  Optional<Heard> last(Place place);
}
