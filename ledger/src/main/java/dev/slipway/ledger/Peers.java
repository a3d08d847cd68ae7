package dev.slipway.ledger;

import java.util.Map;

/**
 * The processes that share a ledger, and what each of them understands; upserted, never in the
 * ledger. Processes do not have the same clock, so each of them counts, and whoever's count stands
 * still is gone. It may be lost: then nobody has said anything. Thread-safe.
 */
public interface Peers {

  /**
   * What a process says of itself.
   *
   * @param count one more each time that it speaks
   * @param format the highest that it understands
   */
  record Word(long count, int format) {}

  /** Takes the place of what the process said before. */
  void says(String process, Word word);

  /** A process ends, or somebody found that it did. */
  void leaves(String process);

  /** The last word of everybody who did not leave. */
  Map<String, Word> all();
}
