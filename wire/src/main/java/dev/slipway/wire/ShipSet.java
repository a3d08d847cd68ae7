package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Shipments of several applications that are delivered as one.
 *
 * @param members in the order in which they start
 * @param undoes the set that this one takes back
 * @param because what it came to, once it has ended
 */
public record ShipSet(
    String id,
    SetState state,
    List<String> travel,
    List<SetMember> members,
    OnFailure onFailure,
    Actor by,
    Optional<String> undoes,
    Optional<Reason> because,
    Instant madeAt,
    long position) {
  public ShipSet {
    travel = List.copyOf(travel);
    members = List.copyOf(members);
  }
}
