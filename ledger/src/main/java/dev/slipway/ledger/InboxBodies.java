package dev.slipway.ledger;

import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Organisation;
import java.time.Instant;
import java.util.Optional;

/**
 * The raw bodies of received events, for thirty days. A body that was kept is durable at the latest
 * together with what is appended to the ledger of the same store afterwards. Thread-safe.
 */
public interface InboxBodies {

  /** Never waits for the disk. */
  void keep(Organisation organisation, Digest digest, Bytes body, Instant receivedAt);

  Optional<Bytes> read(Organisation organisation, Digest digest);

  /**
   * Forgets what was received before an instant, the oldest first and at most so many bodies, and
   * says how many that were.
   */
  int forgetBefore(Instant instant, int atMost);
}
