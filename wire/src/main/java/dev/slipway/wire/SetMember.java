package dev.slipway.wire;

import java.util.List;

/**
 * One shipment of a set.
 *
 * @param after the applications of the set that it comes after
 */
public record SetMember(
    String application, String shipment, List<String> after, String sha, List<Stop> stops) {
  public SetMember {
    after = List.copyOf(after);
    stops = List.copyOf(stops);
  }
}
