package dev.slipway.wire;

import java.util.List;

/**
 * A delivery with everything that is known of it.
 *
 * @param timeline event, trigger, shipment, delivery, orders and observations; oldest first
 */
public record DeliveryDetail(
    Delivery delivery, List<ReleaseSummary> services, List<Member> members, List<Entry> timeline) {
  public DeliveryDetail {
    services = List.copyOf(services);
    members = List.copyOf(members);
    timeline = List.copyOf(timeline);
  }
}
