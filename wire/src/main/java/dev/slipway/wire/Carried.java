package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * What became of a command.
 *
 * @param position where the command stands in the ledger
 * @param delivery written application/environment#number
 * @param set what is delivered as one
 * @param campaign what sends an overlay
 * @param entries what followed in the same append
 */
public record Carried(
    long position,
    Settlement settlement,
    Reason because,
    Optional<String> application,
    Optional<String> shipment,
    Optional<String> delivery,
    Optional<String> set,
    Optional<String> campaign,
    List<Entry> entries) {
  public Carried {
    entries = List.copyOf(entries);
  }
}
