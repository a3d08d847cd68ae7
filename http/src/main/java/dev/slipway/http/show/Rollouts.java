package dev.slipway.http.show;

import dev.slipway.model.ServiceName;
import dev.slipway.model.observation.Health;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.views.row.DeliveryRow;
import dev.slipway.views.row.MemberRow;
import dev.slipway.views.row.PlacementRow;
import dev.slipway.wire.ActiveRollout;
import dev.slipway.wire.ContainedShipment;
import dev.slipway.wire.Delivery;
import dev.slipway.wire.DeliveryDetail;
import dev.slipway.wire.DeliveryState;
import dev.slipway.wire.Entry;
import dev.slipway.wire.InForce;
import dev.slipway.wire.Instance;
import dev.slipway.wire.LastFailure;
import dev.slipway.wire.Member;
import dev.slipway.wire.MemberOutcome;
import dev.slipway.wire.Paused;
import dev.slipway.wire.Placement;
import dev.slipway.wire.ReleaseSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Deliveries, their rollouts, and what runs where. */
public final class Rollouts {

  private Rollouts() {}

  public static Placement placement(
      PlacementRow row,
      Optional<DeliveryRow> active,
      boolean asksToConfirm,
      boolean leftOver,
      Shown shown) {
    return new Placement(
        row.placement().application().value(),
        row.placement().environment().value(),
        row.inForce()
            .map(it ->
                new InForce(
                    it.number(),
                    it.sha().value(),
                    it.ref().map(ref -> ref.value()),
                    it.shipment().value(),
                    Guardrails.bypassed(it.bypassed(), shown),
                    it.since())),
        health(row),
        row.slots().stream().anyMatch(slot -> slot.drifted()),
        active.map(it -> active(it, shown)),
        row.queue().size(),
        asksToConfirm,
        leftOver,
        row.pause().map(it -> new Paused(shown.actor(it.by()), it.because().value(), it.at())),
        row.failure()
            .map(it ->
                new LastFailure(it.number(), it.sha().value(), shown.told(it.because()), it.at())),
        row.external().map(it -> Externals.standing(it, shown)));
  }

  /** The worst of all instances; nothing to look at is unknown. */
  private static dev.slipway.wire.Health health(PlacementRow row) {
    return row.slots().stream()
        .flatMap(slot -> slot.instances().stream())
        .map(ObservedInstance::health)
        .max(Comparator.comparingInt(Rollouts::badness))
        .map(Rollouts::health)
        .orElse(dev.slipway.wire.Health.UNKNOWN);
  }

  private static int badness(Health health) {
    return switch (health) {
      case HEALTHY -> 0;
      case UNKNOWN -> 1;
      case STARTING -> 2;
      case UNHEALTHY -> 3;
      case GONE -> 4;
    };
  }

  private static dev.slipway.wire.Health health(Health health) {
    return dev.slipway.wire.Health.valueOf(health.name());
  }

  private static ActiveRollout active(DeliveryRow row, Shown shown) {
    return new ActiveRollout(
        row.id().number(),
        row.delivery().change().sha().value(),
        row.delivery().change().ref().map(it -> it.value()),
        row.delivery().shipment().value(),
        state(row),
        row.step(),
        row.steps(),
        row.share(),
        shown.told(row.because()),
        Guardrails.bypassed(row.bypassed(), shown),
        row.startedAt().orElseGet(row::madeAt));
  }

  private static DeliveryState state(DeliveryRow row) {
    return DeliveryState.valueOf(row.state().name());
  }

  public static Delivery delivery(DeliveryRow row, Shown shown) {
    var delivery = row.delivery();
    return new Delivery(
        row.id().toString(),
        row.id().placement().application().value(),
        row.id().placement().environment().value(),
        row.id().number(),
        state(row),
        row.inForce(),
        shown.told(row.because()),
        row.wayOut(),
        delivery.change().sha().value(),
        delivery.change().ref().map(it -> it.value()),
        delivery.shipment().value(),
        shown.madeBy(row.madeBy()),
        delivery.base(),
        delivery.hash().value(),
        row.strategy(),
        row.step(),
        row.steps(),
        row.bakes(),
        row.madeAt(),
        row.startedAt(),
        row.endedAt(),
        row.deadline(),
        Guardrails.bypassed(row.bypassed(), shown));
  }

  public static DeliveryDetail detail(
      DeliveryRow row, List<ContainedShipment> contains, List<Entry> timeline, Shown shown) {
    return new DeliveryDetail(
        delivery(row, shown),
        contains,
        row.delivery().state().services().stream().flatMap(Rollouts::releases).toList(),
        Jobs.of(row),
        row.guardrails().stream().map(said -> Guardrails.guardrail(said, shown)).toList(),
        row.members().stream().map(member -> member(member, shown)).toList(),
        timeline);
  }

  private static Stream<ReleaseSummary> releases(DesiredService service) {
    return service.releases().stream().map(release -> release(service, release));
  }

  private static ReleaseSummary release(DesiredService service, DesiredRelease desired) {
    return new ReleaseSummary(
        service.name().value(),
        Definitions.kind(desired.release().workload()),
        Definitions.words(desired.release().workload()),
        desired.release().artifact().digest().value(),
        desired.replicas(),
        desired.weight(),
        service.after().stream().flatMap(List::stream).map(ServiceName::value).toList());
  }

  private static Member member(MemberRow row, Shown shown) {
    return new Member(
        row.target().value(),
        row.wave(),
        MemberOutcome.valueOf(row.outcome().name()),
        shown.told(row.because()),
        row.step(),
        row.attempt(),
        row.order().map(it -> it.value()),
        row.since(),
        row.instances().stream().map(Rollouts::instance).toList());
  }

  static Instance instance(ObservedInstance seen) {
    return new Instance(
        seen.service().value(),
        seen.instance(),
        seen.release().value(),
        health(seen.health()),
        seen.details());
  }
}
