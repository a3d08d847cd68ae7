package dev.slipway.wire;

import java.util.List;

/**
 * A delivery with everything that is known of it.
 *
 * @param guardrails what each says; one that never had to speak is not here
 * @param timeline event, trigger, shipment, delivery, orders and observations; oldest first
 */
public record DeliveryDetail(
    Delivery delivery,
    List<ReleaseSummary> services,
    List<Guardrail> guardrails,
    List<Member> members,
    List<Entry> timeline) {
  public DeliveryDetail {
    services = List.copyOf(services);
    guardrails = List.copyOf(guardrails);
    members = List.copyOf(members);
    timeline = List.copyOf(timeline);
  }
}
