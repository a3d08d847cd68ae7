package dev.slipway.wire;

import java.util.List;

/**
 * A delivery with everything that is known of it.
 *
 * @param contains older shipments that went together with its own
 * @param jobs the effects that it has on its way, in their order
 * @param guardrails what each says; one that never had to speak is not here
 * @param timeline event, trigger, shipment, delivery, orders and observations; oldest first
 */
public record DeliveryDetail(
    Delivery delivery,
    List<ContainedShipment> contains,
    List<ReleaseSummary> services,
    List<Job> jobs,
    List<Guardrail> guardrails,
    List<Member> members,
    List<Entry> timeline) {
  public DeliveryDetail {
    contains = List.copyOf(contains);
    services = List.copyOf(services);
    jobs = List.copyOf(jobs);
    guardrails = List.copyOf(guardrails);
    members = List.copyOf(members);
    timeline = List.copyOf(timeline);
  }
}
