package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.CheckReported;
import dev.slipway.model.entry.ChecksRead;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.guardrail.Check;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Shipment;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Law 24: what starts where checks are asked for has every required one green, by what was read
 * last or the report of the latest time, and the optional ones too unless it is forced; likewise
 * what is approved, goes a step further or settles where they are asked for before that; but for
 * what somebody bypassed. Rollbacks are free.
 */
final class GreenBeforeStart implements Law {

  private static final Comparator<Check> LATEST =
      Comparator.comparing(Check::at).thenComparing(Check::state);

  private record Of(ApplicationName application, Sha sha, CheckName name) {}

  private final Map<Of, Check> checks = new HashMap<>();
  private final Map<ShipmentId, Shipment> shipments = new HashMap<>();
  private final Map<DeliveryId, Delivery> deliveries = new HashMap<>();
  private final Bypasses bypasses = new Bypasses();
  private final Passages passages = new Passages();

  @Override
  public String name() {
    return "law-24";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    bypasses.take(world, recorded.entry());
    return switch (recorded.entry()) {
      case ShipmentMade e -> {
        shipments.put(e.shipment().id(), e.shipment());
        yield List.of();
      }
      case DeliveryMade e -> {
        deliveries.put(e.delivery().id(), e.delivery());
        yield List.of();
      }
      case CheckReported e -> {
        checks.merge(
            new Of(e.application(), e.sha(), e.check().name()),
            e.check(),
            (one, other) -> LATEST.compare(one, other) > 0 ? one : other);
        yield List.of();
      }
      case ChecksRead e -> {
        e.checks()
            .forEach(check -> checks.put(new Of(e.application(), e.sha(), check.name()), check));
        yield List.of();
      }
      case ApplicationRemoved e -> {
        checks.keySet().removeIf(of -> of.application().equals(e.application()));
        yield List.of();
      }
      case Entry entry ->
          passages.of(entry).map(passage -> passed(world, passage)).orElseGet(List::of);
    };
  }

  private List<String> passed(World world, Passages.Passage passage) {
    DeliveryId id = passage.delivery();
    Delivery delivery = Optional.ofNullable(deliveries.get(id)).orElseThrow();
    Shipment shipment = Optional.ofNullable(shipments.get(delivery.shipment())).orElseThrow();
    if (shipment.madeBy() instanceof Shipment.MadeBy.Rollback) {
      return List.of();
    }
    return world
        .declared()
        .environment(id.placement().environment())
        .map(EnvironmentState::definition)
        .flatMap(definition -> definition.guardrails())
        .flatMap(GuardrailPolicy::checks)
        .filter(policy -> passage.past().contains(policy.juncture()))
        .stream()
        .flatMap(policy ->
            asked(policy, shipment.force())
                .filter(name -> !bypasses.cover(id, GuardrailName.of(name, policy.juncture()))))
        .filter(
            name -> !isGreen(new Of(id.placement().application(), delivery.change().sha(), name)))
        .map(name -> "%s %s, and %s was not green".formatted(id, passage.how(), name))
        .toList();
  }

  private static Stream<CheckName> asked(ChecksPolicy policy, boolean forced) {
    return forced
        ? policy.required().stream()
        : Stream.concat(policy.required().stream(), policy.optional().stream());
  }

  private boolean isGreen(Of which) {
    return Optional.ofNullable(checks.get(which))
        .filter(check -> check.state() == CheckState.SUCCESS)
        .isPresent();
  }
}
